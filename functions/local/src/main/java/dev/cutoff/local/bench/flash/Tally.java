package dev.cutoff.local.bench.flash;

import dev.cutoff.adapter.dynamodb.Dynamo;
import dev.cutoff.adapter.dynamodb.DynamoExceptions;
import dev.cutoff.adapter.dynamodb.DynamoOrders;
import dev.cutoff.adapter.dynamodb.DynamoStock;
import dev.cutoff.adapter.dynamodb.Pause;
import dev.cutoff.adapter.json.Codec;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.local.shop.LocalShop;
import dev.cutoff.order.Order;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.order.application.Orders;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Counts what became of a crowd from the rows themselves: orders, exceptions, reservations,
 * shelves.
 */
final class Tally {
  private final Orders orders;
  private final Exceptions exceptions;
  private final Stock stock;

  Tally(DynamoDbClient client) {
    Dynamo dynamo =
        new Dynamo(
            client, LocalShop.tableNames(), new Codec(), new SecureRandom(), Pause.sleeping());
    this.orders = new DynamoOrders(dynamo);
    this.exceptions = new DynamoExceptions(dynamo);
    this.stock = new DynamoStock(dynamo);
  }

  /** How it stands with a buyer. */
  enum Fate {
    /** Has a label. */
    SHIPS,
    /** Has the units, and is to pay. */
    HOLDS,
    /** Is told that there are none: on hold, with an exception that says so. */
    TOLD,
    CANCELLED,
    /** On hold for another reason. */
    STUCK,
    ON_ITS_WAY
  }

  /**
   * What became of a buyer.
   *
   * @param reservations all that the order ever had
   * @param paid whether the store said so
   * @param decidedAt when the units were reserved, or the order was put on hold; null before that
   * @param lastAt when anything happened last
   */
  record Seen(
      Buyer buyer,
      Fate fate,
      List<Reservation> reservations,
      boolean paid,
      @Nullable Instant decidedAt,
      @Nullable Instant lastAt) {
    Seen {
      reservations = List.copyOf(reservations);
    }

    boolean decided() {
      return fate != Fate.ON_ITS_WAY;
    }

    /** Units of the flash goods that it holds or has got. */
    long units() {
      return units(FlashGoods.SKU);
    }

    private long units(String sku) {
      return reservations.stream()
          .filter(each -> each.sku().value().equals(sku))
          .filter(each -> each.state().holds() || each.state() == Reservation.State.CONSUMED)
          .mapToLong(Reservation::quantity)
          .sum();
    }
  }

  Seen look(Buyer buyer) {
    Optional<Order> order = orders.find(buyer.orderId());
    if (order.isEmpty()) {
      return new Seen(buyer, Fate.ON_ITS_WAY, List.of(), false, null, null);
    }
    List<TimelineEntry> timeline = orders.timeline(buyer.orderId());
    return new Seen(
        buyer,
        fate(order.get()),
        stock.reservations(buyer.orderId()),
        order.get().document().payment().settled(),
        timeline.stream()
            .filter(Tally::decides)
            .map(TimelineEntry::at)
            .min(Instant::compareTo)
            .orElse(null),
        timeline.stream().map(TimelineEntry::at).max(Instant::compareTo).orElse(null));
  }

  private static boolean decides(TimelineEntry entry) {
    return entry.what().startsWith("units reserved") || entry.what().startsWith("put on hold");
  }

  private Fate fate(Order order) {
    return switch (order.state()) {
      case LABELLED, PARTIALLY_SHIPPED, SHIPPED, DELIVERED -> Fate.SHIPS;
      case AWAITING_PAYMENT -> Fate.HOLDS;
      case CANCELLED, RETURNED -> Fate.CANCELLED;
      case HELD -> held(order);
      case RECEIVED, RESERVED, PLANNED -> Fate.ON_ITS_WAY;
    };
  }

  /** The exception comes a moment after the hold, and until then nobody is told. */
  private Fate held(Order order) {
    Optional<OpenException> open =
        exceptions.of(order.id()).stream().filter(each -> each.resolution() == null).findFirst();
    if (open.isEmpty()) {
      return Fate.ON_ITS_WAY;
    }
    return open.get().refusal().reason() == Reason.OUT_OF_STOCK ? Fate.TOLD : Fate.STUCK;
  }

  /**
   * Units by which the counters differ from the sum of the reservations, and orders from what they
   * asked for: all of it or nothing.
   */
  long drift(List<Seen> all, long units) {
    long drift = 0;
    for (Seen each : all) {
      boolean has = each.fate() == Fate.SHIPS || each.fate() == Fate.HOLDS;
      drift += Math.abs(each.units() - (has ? each.buyer().basket().units() : 0));
    }
    for (String sku : FlashGoods.ALL) {
      drift += drift(all, sku, sku.equals(FlashGoods.SKU) ? units : FlashGoods.PLENTY);
    }
    return drift;
  }

  private long drift(List<Seen> all, String sku, long opening) {
    long held = sum(all, sku, true);
    long gone = sum(all, sku, false);
    long drift = 0;
    long onHand = 0;
    long reserved = 0;
    for (StockLevel level : stock.levels(List.of(new Sku(sku)))) {
      onHand += level.onHand();
      reserved += level.reserved() + level.picked();
      drift += Math.max(0, -level.available());
    }
    return drift + Math.abs(reserved - held) + Math.abs(onHand + gone - opening);
  }

  private static long sum(List<Seen> all, String sku, boolean holding) {
    return all.stream()
        .flatMap(each -> each.reservations().stream())
        .filter(each -> each.sku().value().equals(sku))
        .filter(each -> holding ? each.state().holds() : each.state() == Reservation.State.CONSUMED)
        .mapToLong(Reservation::quantity)
        .sum();
  }
}
