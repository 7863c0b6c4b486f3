package dev.cutoff.order.application;

import dev.cutoff.effect.application.Tokens;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.Screening;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.order.application.Changing.Decision;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes the one canonical order of what the channel sent, and screens it. */
public final class IngestingOrder {
  static final String STEP = "Ingest";

  private final Orders orders;
  private final Inbox inbox;
  private final NewestDocument newest;
  private final RevisingOrder revising;
  private final Merchants merchants;
  private final Geography geography;
  private final CheckingAddress addresses;
  private final Changing changing;
  private final InstantSource clock;
  private final Tokens tokens;

  @Inject
  public IngestingOrder(
      Orders orders,
      Inbox inbox,
      NewestDocument newest,
      RevisingOrder revising,
      Merchants merchants,
      Geography geography,
      CheckingAddress addresses,
      Changing changing,
      InstantSource clock,
      Tokens tokens) {
    this.orders = orders;
    this.inbox = inbox;
    this.newest = newest;
    this.revising = revising;
    this.merchants = merchants;
    this.geography = geography;
    this.addresses = addresses;
    this.changing = changing;
    this.clock = clock;
    this.tokens = tokens;
  }

  public StepResult ingest(OrderId orderId) {
    Optional<Order> known = orders.find(orderId);
    Order order = known.isEmpty() ? create(orderId) : revising.apply(orderId).orElseGet(known::get);
    if (order.cancellation() != null) {
      return new StepResult.Cancelled();
    }
    Optional<Refusal> refusal = screen(order);
    if (refusal.isPresent()) {
      return changing.hold(orderId, STEP, refusal.get());
    }
    // Last: nobody is asked about what is held anyway.
    CheckingAddress.Checked checked = addresses.check(order);
    if (checked.refusal().isPresent()) {
      return changing.hold(orderId, STEP, checked.refusal().get());
    }
    changing.change(checked.order(), IngestingOrder::released);
    return new StepResult.Done();
  }

  private Order create(OrderId orderId) {
    NewestDocument.Newest found =
        newest
            .of(inbox.pending(orderId))
            .orElseThrow(() -> new IllegalStateException("nothing in the inbox for " + orderId));
    Instant now = clock.instant();
    Order order = Order.received(orderId, found.document(), now, tokens.next());
    if (found.document().calledOff()) {
      // Still version 1: it never was anything else.
      order =
          order.cancelledFromTheStart(
              new Order.Cancellation(now, "store", "cancelled in the store", null));
    }
    TimelineEntry entry = TimelineEntry.of(now, found.document().channel(), "order received");
    return switch (orders.save(null, order, List.of(entry))) {
      case SAVED -> {
        found.messages().forEach(inbox::applied);
        yield order;
      }
      // Another run of this step was faster.
      case CONFLICT -> current(orderId);
    };
  }

  private Order current(OrderId orderId) {
    return revising.apply(orderId).or(() -> orders.find(orderId)).orElseThrow();
  }

  private Optional<Refusal> screen(Order order) {
    List<String> defects =
        order.shipTo().map(geography::defects).orElse(List.of("the store sent no ship-to address"));
    return Screening.screen(
        order
            .shipTo()
            .map(address -> order.document().withShipTo(address))
            .orElse(order.document()),
        merchants.current(),
        defects);
  }

  /** What held it before is mended. */
  private static Optional<Decision> released(Order order) {
    return order.hold() == null
        ? Optional.empty()
        : Optional.of(
            new Decision(change -> change.hold(null), "cutoff", "screened again: in order", ""));
  }
}
