package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Failures that users of other systems report of their stock, from the webhook to the shelf. */
@ExtendWith(Shops.class)
class StockFailuresTest {
  private static final String SKU = "CALENDAR-27";
  private static final long CENTS = 1700;

  /** Availability checked over all locations, reserved from the first. */
  @Test
  void whatIsAvailableOverAllNodesIsNotReservedFromTheFirst(Shop shop) {
    Play play = new Play(shop);
    play.counts(SKU, "EAST", 1).is(200);
    play.counts(SKU, "WEST", 3).is(200);
    AShopifyOrder three = AShopifyOrder.number(1001).line(SKU, 3, CENTS);
    AShopifyOrder five = AShopifyOrder.number(1002).line(SKU, 5, CENTS);

    play.places(five);
    play.isHeld(five.orderId(), "OUT_OF_STOCK");
    assertThat(of(play, SKU, "reserved")).isEqualTo(Map.of("EAST", 0L, "WEST", 0L));
    play.places(three);
    play.becomes(three.orderId(), "labelled");

    // EAST is nearer to Boston, and has not got three.
    assertThat(of(play, SKU, "reserved")).isEqualTo(Map.of("EAST", 0L, "WEST", 3L));
    assertThat(of(play, SKU, "available")).isEqualTo(Map.of("EAST", 1L, "WEST", 0L));
  }

  /** Fulfilment taken from another location than the reservation; both nodes wrong. */
  @Test
  void aFulfilmentIsNotTakenFromAnotherNodeThanTheReservation(Shop shop) {
    Play play = new Play(shop);
    play.counts(SKU, "WEST", 2).is(200);
    AShopifyOrder order = AShopifyOrder.number(1001).line(SKU, 1, CENTS);
    play.places(order);
    play.becomes(order.orderId(), "labelled");
    // Now the nearer node has some too.
    play.counts(SKU, "EAST", 9).is(200);

    play.handsOver(order.orderId());
    play.becomes(order.orderId(), "shipped");

    assertThat(of(play, SKU, "onHand")).isEqualTo(Map.of("EAST", 9L, "WEST", 1L));
    assertThat(of(play, SKU, "reserved")).isEqualTo(Map.of("EAST", 0L, "WEST", 0L));
  }

  /** Two lines of one order that share a component are checked one by one and over-reserve. */
  @Test
  void twoLinesThatShareAComponentAreNotCheckedOneByOne(Shop shop) {
    Play play = new Play(shop);
    play.counts("MUG-01", "EAST", 3).is(200);
    play.counts("MUG-01", "CENTRAL", 0).is(200);
    play.counts("MUG-01", "WEST", 0).is(200);
    // Two mugs in the kit and two beside it: each line alone would be served.
    AShopifyOrder four =
        AShopifyOrder.number(1001).line("KIT-TEA", 1, 6400).line("MUG-01", 2, 1250);
    play.places(four);

    play.isHeld(four.orderId(), "OUT_OF_STOCK");

    assertThat(play.reserved("MUG-01")).isZero();
    assertThat(play.reserved("TEAPOT-01")).isZero();
    AShopifyOrder three =
        AShopifyOrder.number(1002).line("KIT-TEA", 1, 6400).line("MUG-01", 1, 1250);
    play.places(three);
    play.becomes(three.orderId(), "labelled");
    assertThat(play.reserved("MUG-01")).isEqualTo(3);
  }

  /** Editing an order did not touch the allocation. */
  @Test
  void anOrderThatIsEditedToLessGivesTheRestToWhoeverComesNext(Shop shop) {
    Play play = new Play(shop);
    play.counts(SKU, "EAST", 3).is(200);
    AShopifyOrder edited = AShopifyOrder.number(1001).line(SKU, 3, CENTS);
    play.places(edited);
    play.becomes(edited.orderId(), "labelled");
    shop.pass(Duration.ofMinutes(5));

    play.updates(edited.emptied().line(SKU, 1, CENTS)).is(202);
    assertThat(shop.until(() -> play.reserved(SKU) == 1, Duration.ofMinutes(20))).isTrue();

    AShopifyOrder next = AShopifyOrder.number(1002).line(SKU, 2, CENTS);
    play.places(next);
    play.becomes(next.orderId(), "labelled");
    assertThat(play.reserved(SKU)).isEqualTo(3);
  }

  /** Cancelling a fulfilment did not give the stock back. */
  @Test
  void aFulfilmentThatIsCancelledGivesTheStockBackToWhoeverComesNext(Shop shop) {
    Play play = new Play(shop);
    play.counts(SKU, "EAST", 1).is(200);
    AShopifyOrder first = AShopifyOrder.number(1001).line(SKU, 1, CENTS);
    play.places(first);
    play.becomes(first.orderId(), "labelled");

    play.cancels(first.orderId());
    play.becomes(first.orderId(), "cancelled");
    AShopifyOrder next = AShopifyOrder.number(1002).line(SKU, 1, CENTS);
    play.places(next);
    play.becomes(next.orderId(), "labelled");

    assertThat(of(play, SKU, "onHand")).isEqualTo(Map.of("EAST", 1L));
    assertThat(of(play, SKU, "reserved")).isEqualTo(Map.of("EAST", 1L));
  }

  /** Stock stays held after a payment failed. */
  @Test
  void unitsOfAnOrderThatWasNeverPaidAreSoldToSomebodyElse(Shop shop) {
    Play play = new Play(shop);
    play.counts(SKU, "EAST", 1).is(200);
    AShopifyOrder unpaid = AShopifyOrder.number(1001).line(SKU, 1, CENTS).payment("pending");
    play.places(unpaid);
    play.becomes(unpaid.orderId(), "awaiting_payment");
    AShopifyOrder second = AShopifyOrder.number(1002).line(SKU, 1, CENTS);
    play.places(second);
    play.isHeld(second.orderId(), "OUT_OF_STOCK");

    shop.pass(Duration.ofHours(25));
    play.becomes(unpaid.orderId(), "cancelled");
    AShopifyOrder third = AShopifyOrder.number(1003).line(SKU, 1, CENTS);
    play.places(third);

    assertThat(
            shop.until(
                () -> of(play, SKU, "reserved").equals(Map.of("EAST", 1L)), Duration.ofMinutes(20)))
        .isTrue();
    assertThat(play.state(unpaid.orderId())).isEqualTo("cancelled");
  }

  /** A figure of a SKU by node. */
  private static Map<String, Long> of(Play play, String sku, String what) {
    Map<String, Long> byNode = new TreeMap<>();
    for (JsonNode level : play.stock(sku)) {
      byNode.merge(level.path("node").asText(), level.path(what).asLong(), Long::sum);
    }
    return byNode;
  }
}
