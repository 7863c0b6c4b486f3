package dev.cutoff.world;

import dev.cutoff.geo.Address;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.Payment;
import dev.cutoff.testkit.AnOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** One order as its store sees it: version after version, never back. */
final class StoreFront {
  private static final String[] GOODS = {"TEE-BLK-M", "MUG-WHT", "SOCKS-GRY", "GIFT-SET"};
  private static final Address NEW_YORK =
      Address.of(
          "Sam Example", null, "2 Sample Street", null, "New York", "NY", "10001", "US", null);

  private final RandomGenerator random;
  private final String number;
  private final List<OrderDocument> versions = new ArrayList<>();
  private final List<String> skus = new ArrayList<>();
  private final List<Long> quantities = new ArrayList<>();
  private Payment.Status payment;
  private boolean farAway;
  private boolean cancelled;

  StoreFront(RandomGenerator random, int number) {
    this.random = random;
    this.number = "" + number;
    int lines = 1 + random.nextInt(2);
    for (int i = 0; i < lines; i++) {
      skus.add(GOODS[random.nextInt(GOODS.length)]);
      quantities.add(1L + random.nextInt(3));
    }
    payment = random.nextInt(3) == 0 ? Payment.Status.PENDING : Payment.Status.PAID;
    farAway = random.nextBoolean();
    version();
  }

  /** Any version so far, as webhooks come: again, and out of order. */
  OrderDocument any() {
    return versions.get(random.nextInt(versions.size()));
  }

  OrderDocument newest() {
    return versions.getLast();
  }

  boolean gone() {
    return cancelled || newest().payment().givenBack();
  }

  void pay() {
    if (payment == Payment.Status.PENDING) {
      payment = Payment.Status.PAID;
      version();
    }
  }

  /** Something happens in the store. */
  void change() {
    if (gone()) {
      return;
    }
    switch (random.nextInt(8)) {
      case 0 -> cancelled = true;
      case 1 -> payment = Payment.Status.REFUNDED;
      case 2, 3 -> quantities.set(0, 1L + random.nextInt(3));
      case 4 -> farAway = !farAway;
      default -> payment = Payment.Status.PAID;
    }
    version();
  }

  private void version() {
    Instant at = AnOrder.PLACED.plusSeconds(60L * versions.size());
    AnOrder order = AnOrder.numbered(number).updatedAt(at).payment(payment);
    order.shipTo(farAway ? NEW_YORK : AnOrder.LOS_ANGELES);
    for (int i = 0; i < skus.size(); i++) {
      order.line(skus.get(i), quantities.get(i));
    }
    if (cancelled) {
      order.cancelledAt(at);
    }
    versions.add(order.document());
  }
}
