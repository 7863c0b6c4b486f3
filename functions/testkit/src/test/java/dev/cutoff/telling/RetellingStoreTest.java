package dev.cutoff.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notice.application.RetellingStore;
import dev.cutoff.notice.application.RetellingStore.Outcome;
import dev.cutoff.order.StoreId;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.FixedMerchants;
import dev.cutoff.testkit.InMemoryOrders;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RetellingStoreTest {
  private static final StoreId ACME = new StoreId("acme");

  private final InMemoryOrders orders = new InMemoryOrders();
  private final List<String> sent = new ArrayList<>();
  private final RetellingStore retelling =
      new RetellingStore(
          orders,
          new FixedMerchants(AMerchant.shop()),
          (announcement, again) ->
              sent.add(announcement.what().wireName() + (again ? " again" : "")));

  @Test
  void whatHappenedFromThatTimeOnIsToldOnceMore() {
    saved(AnOrder.numbered("1"));
    saved(AnOrder.numbered("2").from("bolt", "woocommerce", "WOO"));

    assertThat(retell(Parcels.LEFT.plusSeconds(1), false))
        .isEqualTo(new Outcome.Retelling(1, 2, null));
    assertThat(sent).containsExactly("in_transit", "delivered");
  }

  @Test
  void theTimeItselfBelongsToItAndAStoreThatLostItIsToldAllOfIt() {
    saved(AnOrder.numbered("1"));

    retell(Parcels.LEFT, true);

    assertThat(sent).containsExactly("shipped again", "in_transit again", "delivered again");
  }

  @Test
  void nothingIsToldOfWhatWasBefore() {
    saved(AnOrder.numbered("1"));

    assertThat(retell(Instant.parse("2027-01-01T00:00:00Z"), true))
        .isEqualTo(new Outcome.Retelling(0, 0, null));
    assertThat(sent).isEmpty();
  }

  @Test
  void pageByPageAllOrdersAreLookedThrough() {
    for (int number = 0; number < 60; number++) {
      saved(AnOrder.numbered(String.valueOf(1_000 + number)));
    }

    Outcome first = retelling.retell(ACME, Parcels.LEFT, false, null);
    assertThat(first)
        .isInstanceOfSatisfying(
            Outcome.Retelling.class,
            page -> {
              assertThat(page.orders()).isEqualTo(50);
              assertThat(retelling.retell(ACME, Parcels.LEFT, false, page.cursor()))
                  .isEqualTo(new Outcome.Retelling(10, 30, null));
            });
    assertThat(sent).hasSize(180);
  }

  @Test
  void aStoreThatTheMerchantFileDoesNotNameIsSaid() {
    assertThat(retelling.retell(new StoreId("nobody"), Parcels.LEFT, false, null))
        .isInstanceOf(Outcome.NoSuchStore.class);
  }

  private Outcome retell(Instant since, boolean again) {
    return retelling.retell(ACME, since, again, null);
  }

  private void saved(AnOrder order) {
    Parcels.saved(orders, order, TrackingStatus.IN_TRANSIT, TrackingStatus.DELIVERED);
  }
}
