package dev.cutoff.local.demo;

import static dev.cutoff.local.demo.Check.answered;
import static dev.cutoff.local.demo.Check.held;
import static dev.cutoff.local.demo.Check.inTime;
import static dev.cutoff.local.demo.Check.noLabel;
import static dev.cutoff.local.demo.Check.shipsFrom;
import static dev.cutoff.local.demo.Check.state;
import static dev.cutoff.local.demo.Check.storeKnowsTracking;
import static dev.cutoff.local.demo.Check.told;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The orders of the demo. All begin on Monday, 23 November 2026, 14:07 New York time. */
final class Stories {
  static final Instant START = Instant.parse("2026-11-23T19:07:00Z");

  private static final Duration NOW = Duration.ZERO;
  private static final String[] EVERY_NOTICE = {"shipped", "out_for_delivery", "delivered"};

  private Stories() {}

  static List<Story> all() {
    return List.of(
        theOneThatMustAlwaysWork(),
        deliveredFiveTimes(),
        splitOverTwoNodes(),
        kit(),
        lastUnit(),
        lastUnitTooLate(),
        international(),
        giftCard(),
        unpaidThenPaid(),
        neverPaid(),
        cancelledAfterTheLabel(),
        cancelledInTheStore(),
        noPostcode(),
        lateButAccepted(),
        unknownSku(),
        heldFor(90428, "a poster nobody weighed", "NO_WEIGHT", order -> order.line("POSTER-XL", 1)),
        heldFor(90429, "minus one mug", "BAD_QUANTITY", order -> order.line("MUG-01", -1)),
        heldFor(
            90430,
            "a hundred thousand million mugs",
            "BAD_QUANTITY",
            order -> order.line("MUG-01", 99_999_999_999L)),
        heldFor(
            90431,
            "totals that don't add up",
            "TOTALS_DO_NOT_ADD_UP",
            order -> order.line("MUG-01", 1).totalOffBy(-500)),
        heldFor(
            90432,
            "paid in euros",
            "FOREIGN_CURRENCY",
            order -> order.line("MUG-01", 1).currency("EUR")),
        heldFor(
            90433,
            "abroad without an HS code",
            "CUSTOMS_DATA_MISSING",
            order ->
                order
                    .line("SAMPLER-BOX", 1)
                    .shipping("International")
                    .to("Sam Example", "1 Example Road", "London", "", "N1 9GU", "GB")),
        heldFor(
            90434, "too big for every box", "FITS_NO_BOX", order -> order.line("BOARD-FOAM", 1)),
        heldFor(90435, "stocked nowhere", "OUT_OF_STOCK", order -> order.line("CALENDAR-27", 1)),
        testOrder(),
        woo(),
        wooCashOnDelivery(),
        wooPickup(),
        wooCancelledInTime());
  }

  private static Story theOneThatMustAlwaysWork() {
    ShopifyOrder order =
        ShopifyOrder.number(90412).line("TEE-BLK-M", 2).engraved("S.E.").gift("Happy birthday!");
    return Story.of("DTC-90412", "two black tees to Boston")
        .at(NOW, stage -> stage.order(order))
        .ends(state("delivered"))
        .ends(shipsFrom("EAST"))
        .ends(inTime())
        .ends(storeKnowsTracking())
        .ends(told(EVERY_NOTICE));
  }

  private static Story deliveredFiveTimes() {
    ShopifyOrder order = ShopifyOrder.number(90413).line("MUG-01", 1);
    return Story.of("DTC-90413", "one mug, and the same webhook five times")
        .at(
            NOW,
            stage -> {
              stage.order(order);
              for (int i = 0; i < 4; i++) {
                stage.again(order, START);
              }
            })
        .ends(answered("accepted", "duplicate", "duplicate", "duplicate", "duplicate"))
        .ends(state("delivered"))
        .ends(storeKnowsTracking())
        .ends(told(EVERY_NOTICE));
  }

  private static Story splitOverTwoNodes() {
    ShopifyOrder order =
        ShopifyOrder.number(90414)
            .line("MAPLE-SYRUP", 2)
            .line("SURF-WAX", 1)
            .to("Sam Example", "500 Lake Shore Drive", "Chicago", "IL", "60611", "US");
    return Story.of("DTC-90414", "syrup is in the east, wax in the west")
        .at(NOW, stage -> stage.order(order))
        .ends(state("delivered"))
        .ends(shipsFrom("EAST", "WEST"))
        .ends(inTime())
        .ends(storeKnowsTracking());
  }

  private static Story kit() {
    ShopifyOrder order =
        ShopifyOrder.number(90415)
            .line("KIT-TEA", 1)
            .line("MUG-01", 1)
            .to("Sam Example", "400 Pine Street", "Seattle", "WA", "98101", "US");
    return Story.of("DTC-90415", "a kit, and one more of the mugs in it")
        .at(NOW, stage -> stage.order(order))
        .ends(state("delivered"))
        .ends(shipsFrom("WEST"))
        .ends(storeKnowsTracking());
  }

  private static Story lastUnit() {
    return Story.of("DTC-90416", "the very last lamp")
        .at(NOW, stage -> stage.order(ShopifyOrder.number(90416).line("LAMP-ONE", 1)))
        .ends(state("delivered"))
        .ends(shipsFrom("CENTRAL"))
        .ends(told(EVERY_NOTICE));
  }

  private static Story lastUnitTooLate() {
    return Story.of("DTC-90417", "the very last lamp, a moment later")
        .at(NOW, stage -> stage.order(ShopifyOrder.number(90417).line("LAMP-ONE", 1)))
        .ends(held("OUT_OF_STOCK"))
        .ends(noLabel());
  }

  private static Story international() {
    ShopifyOrder order =
        ShopifyOrder.number(90418)
            .line("THROW-WOOL", 1)
            .shipping("International")
            .to("Zoë Łukasz Müller", "1 Example Road", "London", "", "N1 9GU", "GB");
    return Story.of("DTC-90418", "a wool throw to London")
        .at(NOW, stage -> stage.order(order))
        .ends(state("delivered"))
        .ends(shipsFrom("CENTRAL"))
        .ends(inTime())
        .ends(storeKnowsTracking());
  }

  private static Story giftCard() {
    return Story.of("DTC-90419", "a gift card, nothing to ship")
        .at(NOW, stage -> stage.order(ShopifyOrder.number(90419).line("GIFT-50", 1)))
        .ends(state("delivered"))
        .ends(noLabel());
  }

  private static Story unpaidThenPaid() {
    ShopifyOrder order = ShopifyOrder.number(90420).line("MUG-01", 2).payment("pending");
    return Story.of("DTC-90420", "unpaid, and paid forty minutes later")
        .at(NOW, stage -> stage.order(order))
        .at(Duration.ofMinutes(40), stage -> stage.update(order.payment("paid"), START))
        .ends(answered("accepted", "updated"))
        .ends(state("delivered"))
        .ends(told(EVERY_NOTICE));
  }

  private static Story neverPaid() {
    ShopifyOrder order = ShopifyOrder.number(90421).line("MUG-01", 1).payment("pending");
    return Story.of("DTC-90421", "never paid: the units come back")
        .at(NOW, stage -> stage.order(order))
        .ends(state("cancelled"))
        .ends(noLabel());
  }

  private static Story cancelledAfterTheLabel() {
    ShopifyOrder order = ShopifyOrder.number(90422).line("TEE-BLK-M", 1);
    return Story.of("DTC-90422", "cancelled when the label was already bought")
        .at(NOW, stage -> stage.order(order))
        .at(Duration.ofMinutes(10), stage -> stage.cancel("DTC-90422"))
        .ends(state("cancelled"))
        .ends(noLabel());
  }

  private static Story cancelledInTheStore() {
    ShopifyOrder order = ShopifyOrder.number(90423).line("MUG-01", 1).payment("pending");
    return Story.of("DTC-90423", "cancelled in the store before it was paid")
        .at(NOW, stage -> stage.order(order))
        .at(
            Duration.ofMinutes(20),
            stage -> stage.update(order.cancelled(START.plus(Duration.ofMinutes(20))), START))
        .ends(state("cancelled"))
        .ends(noLabel());
  }

  private static Story noPostcode() {
    ShopifyOrder order =
        ShopifyOrder.number(90424)
            .line("MUG-01", 1)
            .to("Sam Example", "12 Beacon Street", "Boston", "MA", "", "US");
    return Story.of("DTC-90424", "no ZIP; a person adds it")
        .at(NOW, stage -> stage.order(order))
        .at(
            Duration.ofMinutes(25),
            stage ->
                stage.resolve(
                    "DTC-90424",
                    Map.of(
                        "action",
                        "correct-address",
                        "address",
                        Map.of(
                            "name",
                            "Sam Example",
                            "street1",
                            "12 Beacon Street",
                            "city",
                            "Boston",
                            "region",
                            "MA",
                            "postcode",
                            "02108",
                            "country",
                            "US"))))
        .ends(state("delivered"))
        .ends(shipsFrom("EAST"))
        .ends(told(EVERY_NOTICE));
  }

  private static Story lateButAccepted() {
    ShopifyOrder order =
        ShopifyOrder.number(90425)
            .line("MAPLE-SYRUP", 1)
            .shipping("Overnight")
            .to("Sam Example", "2300 Kalakaua Avenue", "Honolulu", "HI", "96815", "US");
    return Story.of("DTC-90425", "overnight to Honolulu can't be kept; shipped late")
        .at(NOW, stage -> stage.order(order))
        .at(
            Duration.ofMinutes(30),
            stage -> stage.resolve("DTC-90425", Map.of("action", "ship-late")))
        .ends(state("delivered"))
        .ends(storeKnowsTracking());
  }

  private static Story unknownSku() {
    ShopifyOrder order = ShopifyOrder.number(90426).line("NO-SUCH-SKU", 1);
    return Story.of("DTC-90426", "a SKU nobody knows; a person cancels")
        .at(NOW, stage -> stage.order(order))
        .at(Duration.ofMinutes(30), stage -> stage.resolve("DTC-90426", Map.of("action", "cancel")))
        .ends(state("cancelled"))
        .ends(noLabel());
  }

  private static Story testOrder() {
    return Story.of("DTC-90436", "a test order buys nothing")
        .at(NOW, stage -> stage.order(ShopifyOrder.number(90436).line("MUG-01", 1).test()))
        .ends(state("received"))
        .ends(noLabel());
  }

  private static Story woo() {
    return Story.of("WOO-1201", "WooCommerce: created and updated, the same bytes")
        .at(NOW, stage -> stage.order(WooOrder.number(1201).line("MUG-01", 1)))
        .ends(answered("accepted", "duplicate"))
        .ends(state("delivered"))
        .ends(shipsFrom("WEST"))
        .ends(storeKnowsTracking())
        .ends(told(EVERY_NOTICE));
  }

  private static Story wooCashOnDelivery() {
    return Story.of("WOO-1202", "cash on delivery")
        .at(NOW, stage -> stage.order(WooOrder.number(1202).line("TEE-BLK-M", 1).cashOnDelivery()))
        .ends(state("delivered"))
        .ends(storeKnowsTracking());
  }

  private static Story wooPickup() {
    return Story.of("WOO-1203", "fetched at the counter: no rate, no label")
        .at(
            NOW,
            stage ->
                stage.order(
                    WooOrder.number(1203).line("MUG-01", 1).shipping("local_pickup", "Pickup")))
        .at(Duration.ofHours(3), stage -> stage.handOver("SHP-WOO-1203-1"))
        .ends(state("shipped"))
        .ends(noLabel());
  }

  private static Story wooCancelledInTime() {
    return Story.of("WOO-1204", "cancelled in the remorse period: nothing was bought")
        .at(NOW, stage -> stage.order(WooOrder.number(1204).line("MUG-01", 1)))
        .at(Duration.ofMinutes(10), stage -> stage.cancel("WOO-1204"))
        .ends(state("cancelled"))
        .ends(noLabel());
  }

  private static Story heldFor(
      int number,
      String title,
      String reason,
      java.util.function.UnaryOperator<ShopifyOrder> make) {
    return Story.of("DTC-" + number, title)
        .at(NOW, stage -> stage.order(make.apply(ShopifyOrder.number(number))))
        .ends(held(reason))
        .ends(noLabel());
  }
}
