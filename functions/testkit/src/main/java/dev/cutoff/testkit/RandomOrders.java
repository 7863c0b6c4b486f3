package dev.cutoff.testkit;

import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.geo.Address;
import dev.cutoff.money.Money;
import dev.cutoff.order.AddressCheck;
import dev.cutoff.order.LineProperty;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.Payment;
import dev.cutoff.tracking.DeliveryProof;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.ScanReason;
import dev.cutoff.tracking.Track;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Orders of every kind and state, texts of every script, for properties over all of them. */
public final class RandomOrders {
  private static final List<String> TEXTS =
      List.of("", "plain", "Žluťoučký kůň", "東京都", "a\"b\\c\n\t", "\u202eabc", "👩‍🚀", "null");
  private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "KWD");
  private static final List<String> NODES = List.of("EAST", "CENTRAL", "WEST");

  private RandomOrders() {}

  public static Order order(RandomGenerator random) {
    Order order = base(random);
    int steps = random.nextInt(7);
    if (steps >= 1) {
      order = Stage.reserved(order, one(random, NODES));
    }
    if (steps >= 2) {
      order = Stage.planned(order);
    }
    if (steps >= 3) {
      order = Stage.labelled(order);
    }
    if (steps >= 4) {
      order = scanned(random, Stage.shipped(order, instant(random)));
    }
    if (steps >= 5) {
      order = Stage.delivered(order, instant(random));
    }
    return disturbed(random, order);
  }

  private static Order base(RandomGenerator random) {
    AnOrder order =
        AnOrder.numbered(String.valueOf(random.nextInt(1_000_000)))
            .payment(one(random, List.of(Payment.Status.values())))
            .receivedAt(instant(random))
            .updatedAt(instant(random))
            .email(text(random))
            .shipTo(random.nextBoolean() ? address(random) : null);
    IntStream.rangeClosed(1, 1 + random.nextInt(5))
        .forEach(number -> order.line(line(random, String.valueOf(number))));
    if (random.nextInt(4) == 0) {
      order.defects(text(random), text(random));
    }
    return order.received();
  }

  private static Order disturbed(RandomGenerator random, Order order) {
    return switch (random.nextInt(6)) {
      case 0 -> {
        Refusal why =
            Refusal.of(
                one(random, List.of(Reason.values())), text(random), Map.of("sku", text(random)));
        yield order.changed(
            change -> change.hold(new Order.Hold(why, "RateShop", instant(random))));
      }
      case 1 ->
          order.changed(
              change -> change.paymentWait(new Order.PaymentWait("token", instant(random))));
      case 2 ->
          order.changed(change ->
              change.cancellation(
                  new Order.Cancellation(
                      instant(random),
                      text(random),
                      text(random),
                      random.nextBoolean() ? instant(random) : null)));
      case 3 ->
          order.changed(change ->
              change
                  .correctedShipTo(address(random))
                  .addressCheck(addressCheck(random))
                  .shipLate(true));
      default -> order;
    };
  }

  private static AddressCheck addressCheck(RandomGenerator random) {
    boolean overruled = random.nextBoolean();
    return new AddressCheck(
        AddressCheck.placeOf(address(random)),
        one(random, List.of(AddressCheck.Verdict.values())),
        text(random),
        text(random),
        random.nextBoolean() ? address(random) : null,
        instant(random),
        overruled
            ? new AddressCheck.Overruling(text(random), instant(random), text(random))
            : null);
  }

  private static Order scanned(RandomGenerator random, Order order) {
    return order.changed(change -> {
      order.shipments().stream()
          .map(shipment ->
              Stage.tracked(
                  shipment,
                  IntStream.range(0, random.nextInt(5))
                      .mapToObj(number -> scan(random, number))
                      .reduce(Track.labelMade(), Track::with, (one, other) -> other)))
          .forEach(change::shipment);
      return change;
    });
  }

  private static Scan scan(RandomGenerator random, int number) {
    boolean moves = random.nextBoolean();
    return new Scan(
        "scan-" + number,
        "swift",
        "TRK",
        moves ? one(random, List.of(TrackingStatus.values())) : null,
        moves ? null : one(random, List.of(TrackingFlag.values())),
        instant(random),
        text(random),
        random.nextBoolean()
            ? new ScanReason(one(random, List.of(ScanReason.Party.values())), text(random))
            : null,
        random.nextBoolean()
            ? DeliveryProof.of(text(random), text(random), "https://example.com/1.jpg")
                .orElseThrow()
            : null);
  }

  private static OrderLine line(RandomGenerator random, String id) {
    String currency = one(random, CURRENCIES);
    return new OrderLine(
        id,
        text(random),
        text(random),
        random.nextLong(5),
        random.nextLong(2),
        Money.of(random.nextLong(1_000_000), "USD"),
        Money.of(random.nextLong(-100, 100), currency),
        Money.of(random.nextLong(), currency),
        random.nextInt(4) > 0,
        random.nextBoolean() ? random.nextLong(10_000) : null,
        random.nextBoolean() ? List.of(new LineProperty(text(random), text(random))) : List.of());
  }

  private static Address address(RandomGenerator random) {
    return Address.of(
        text(random), null, text(random), text(random), text(random), "CA", null, "US", null);
  }

  private static Instant instant(RandomGenerator random) {
    return AnOrder.PLACED.plusNanos(random.nextLong(1_000_000_000_000_000L));
  }

  private static String text(RandomGenerator random) {
    return one(random, TEXTS);
  }

  private static <T> T one(RandomGenerator random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
