package dev.cutoff.notice.application;

import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.notice.Recipient;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Orders;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Ends notices by one medium, as the customer asks with the link of a notice. */
public final class StoppingNotices {
  private final Orders orders;
  private final Merchants merchants;
  private final NoticeStops stops;
  private final List<Notices> media;
  private final InstantSource clock;

  @Inject
  public StoppingNotices(
      Orders orders,
      Merchants merchants,
      NoticeStops stops,
      List<Notices> media,
      InstantSource clock) {
    this.orders = orders;
    this.merchants = merchants;
    this.stops = stops;
    this.media = List.copyOf(media);
    this.clock = clock;
  }

  /** Who asks, and of which store. */
  public record Asking(Store store, Order order) {}

  /**
   * Stops them, as often as one asks.
   *
   * @param token of the customer's page: who has it may see the order, and may end its notices
   * @param surely false where the customer only looks at the page that offers it
   * @return empty where there is no such order or medium
   */
  public Optional<Asking> stop(String token, String medium, boolean surely) {
    Notices by =
        media.stream().filter(each -> each.medium().equals(medium)).findFirst().orElse(null);
    Order order = orders.findByTrackingToken(token).flatMap(orders::find).orElse(null);
    if (by == null || order == null) {
      return Optional.empty();
    }
    if (surely) {
      by.addressOf(order)
          .ifPresent(address ->
              stops.stop(new Recipient(medium, address), NoticeStops.Why.ASKED, clock.instant()));
    }
    return merchants
        .current()
        .store(order.document().storeId())
        .map(store -> new Asking(store, order));
  }
}
