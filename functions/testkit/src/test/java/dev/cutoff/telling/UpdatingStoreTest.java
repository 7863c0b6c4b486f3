package dev.cutoff.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.effect.application.Effects;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.application.Secrets;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.application.UpdatingStore;
import dev.cutoff.notice.application.UpdatingStore.Outcome;
import dev.cutoff.order.Order;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.FixedMerchants;
import dev.cutoff.testkit.InMemoryEffects;
import dev.cutoff.testkit.InMemoryOrders;
import dev.cutoff.testkit.ManualClock;
import dev.cutoff.testkit.MapSecrets;
import dev.cutoff.testkit.RecordingStockChanges;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class UpdatingStoreTest {
  private final InMemoryOrders orders = new InMemoryOrders();
  private final InMemoryEffects effects = new InMemoryEffects();
  private final ManualClock clock = new ManualClock(Parcels.LEFT);
  private final Told shopify = new Told("shopify");
  private final Told woo = new Told("woocommerce");
  private UpdatingStore updating = updating(Map.of("acme-api", "a", "bolt-api", "b"));

  private UpdatingStore updating(Map<String, String> secrets) {
    return new UpdatingStore(
        orders,
        new FixedMerchants(AMerchant.shop()),
        new MapSecrets(secrets),
        effects,
        new RecordingStockChanges(),
        Set.of(shopify, woo),
        clock);
  }

  @Test
  void whateverOrderItIsAnnouncedInTheStoreHearsItInTheOrderItHappened() {
    Order order = delivered(AnOrder.numbered("1"));

    assertThat(updating.update(Parcels.of(order, What.DELIVERED))).isEqualTo(Outcome.TOLD);
    for (What late : List.of(What.OUT_FOR_DELIVERY, What.IN_TRANSIT, What.SHIPPED)) {
      assertThat(updating.update(Parcels.of(order, late))).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    assertThat(shopify.news)
        .containsExactly("shipped", "in_transit", "out_for_delivery", "delivered");
  }

  @Test
  void anAttemptToDeliverIsNoNewsToAStoreThatKnowsHowItEnded() {
    Order order = delivered(AnOrder.numbered("1"));
    updating.update(Parcels.of(order, What.DELIVERED));

    assertThat(updating.update(Parcels.of(order, What.DELIVERY_ATTEMPTED)))
        .isEqualTo(Outcome.NOTHING_TO_DO);
    assertThat(shopify.news).last().isEqualTo("delivered");
  }

  @Test
  void whatWasToldIsToldAgainOnlyToWhoAsksForIt() {
    Order order = delivered(AnOrder.numbered("1"));
    Announcement shipped = Parcels.of(order, What.SHIPPED);
    updating.update(shipped);

    assertThat(updating.update(shipped)).isEqualTo(Outcome.NOTHING_TO_DO);
    assertThat(updating.update(shipped, true)).isEqualTo(Outcome.TOLD);
    assertThat(shopify.news).containsExactly("shipped", "shipped");
  }

  @Test
  void whyAStoreWasNotToldIsKept() {
    Order order = delivered(AnOrder.numbered("1"));
    Announcement shipped = Parcels.of(order, What.SHIPPED);

    shopify.down.add("acme");
    assertThatThrownBy(() -> updating.update(shipped)).isInstanceOf(TryAgainLater.class);
    assertThat(why(shipped)).isEqualTo("acme: answered 503");

    shopify.down.clear();
    shopify.notYet = "the fulfilment order is ON_HOLD";
    assertThatThrownBy(() -> updating.update(shipped)).isInstanceOf(TryAgainLater.class);
    assertThat(why(shipped)).isEqualTo("the fulfilment order is ON_HOLD");

    shopify.notYet = "";
    shopify.refuses = "no such order";
    assertThat(updating.update(shipped)).isEqualTo(Outcome.REFUSED);
    assertThat(why(shipped)).isEqualTo("no such order");
  }

  @Test
  void whatWaitsForSomethingThatWasRefusedSaysSo() {
    Order order = delivered(AnOrder.numbered("1"));
    shopify.refuses = "the store has cancelled this order";

    assertThat(updating.update(Parcels.of(order, What.DELIVERED))).isEqualTo(Outcome.REFUSED);

    assertThat(why(Parcels.of(order, What.DELIVERED)))
        .isEqualTo("the store has cancelled this order");
    assertThat(shopify.asked).isEqualTo(1);
  }

  @Test
  void aMissingSecretIsSaidAndIsNoOutage() {
    updating = updating(Map.of());
    Order order = delivered(AnOrder.numbered("1"));
    Announcement shipped = Parcels.of(order, What.SHIPPED);

    for (int tries = 0; tries < 3; tries++) {
      assertThatThrownBy(() -> updating.update(shipped)).isInstanceOf(Secrets.MissingSecret.class);
    }
    assertThat(why(shipped)).contains("no secret named 'acme-api'");
  }

  @Test
  void aStoreThatIsDownIsLeftAloneAndTheOthersAreTold() {
    shopify.down.add("acme");
    Order first = delivered(AnOrder.numbered("1"));
    Order second = delivered(AnOrder.numbered("2"));
    Order third = delivered(AnOrder.numbered("3"));
    Order other = delivered(AnOrder.numbered("4").from("bolt", "woocommerce", "WOO"));
    for (Order order : List.of(first, second, third)) {
      assertThatThrownBy(() -> updating.update(Parcels.of(order, What.SHIPPED)))
          .isInstanceOf(TryAgainLater.class);
    }

    assertThat(shopify.asked).isEqualTo(2);
    assertThat(updating.update(Parcels.of(other, What.SHIPPED))).isEqualTo(Outcome.TOLD);

    shopify.down.clear();
    clock.advance(Duration.ofSeconds(31));
    assertThat(updating.update(Parcels.of(third, What.SHIPPED))).isEqualTo(Outcome.TOLD);
    assertThat(updating.update(Parcels.of(first, What.SHIPPED))).isEqualTo(Outcome.TOLD);
  }

  @Test
  void aRefusalIsAnAnswerAndLeavesNobodyAlone() {
    shopify.refuses = "no such order";
    Order order = delivered(AnOrder.numbered("1"));
    for (int tries = 0; tries < 5; tries++) {
      updating.update(Parcels.of(order, What.SHIPPED));
    }
    assertThat(shopify.asked).isEqualTo(5);
  }

  private String why(Announcement announcement) {
    return effects
        .failure(UpdatingStore.key(announcement))
        .map(Effects.Failure::why)
        .orElse("nobody said");
  }

  private Order delivered(AnOrder order) {
    return Parcels.saved(
        orders,
        order,
        TrackingStatus.IN_TRANSIT,
        TrackingStatus.OUT_FOR_DELIVERY,
        TrackingStatus.DELIVERED);
  }
}
