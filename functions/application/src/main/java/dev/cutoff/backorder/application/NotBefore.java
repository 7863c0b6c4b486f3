package dev.cutoff.backorder.application;

import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.ItemStock;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.stock.Demand;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From which day on units may be taken from the shelf: the release date of an item, of all parts of
 * a kit, or what the order or its line says. Until then they take inbound units alone.
 */
public final class NotBefore {
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public NotBefore(Merchants merchants, InstantSource clock) {
    this.merchants = merchants;
    this.clock = clock;
  }

  /** The day, where it is still to come at some node. */
  public Optional<LocalDate> of(OrderDocument order, Demand demand) {
    Merchant merchant = merchants.current();
    Stream<LocalDate> released =
        demand.perUnit().keySet().stream()
            .flatMap(sku -> merchant.item(sku).stream())
            .map(Item::stock)
            .map(ItemStock::releaseDate)
            .filter(Objects::nonNull);
    return Stream.concat(released, order.notBefore(demand.lineId()).stream())
        .max(Comparator.naturalOrder())
        .filter(day -> today().isBefore(day));
  }

  /** Whether its units may not be taken from the shelf today. */
  public boolean isAhead(OrderDocument order, Demand demand) {
    return of(order, demand).isPresent();
  }

  /** The day that has begun at every node. */
  LocalDate today() {
    Instant now = clock.instant();
    return merchants.current().nodes().values().stream()
        .map(node -> LocalDate.ofInstant(now, node.zone()))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
