package dev.cutoff.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.geo.Address;
import dev.cutoff.geo.Place;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.order.Order;
import dev.cutoff.page.application.ShowingOrder;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.application.LearnedTransits;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.FixedMerchants;
import dev.cutoff.testkit.InMemoryOrders;
import dev.cutoff.testkit.InMemoryTransitCounts;
import dev.cutoff.testkit.ManualClock;
import dev.cutoff.tracking.application.ExpectingArrival;
import dev.cutoff.tracking.application.LanesTaken;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the link sees the order; whoever guesses sees nothing. */
final class ShowingOrderTest {
  private static final String TOKEN = "Zm9yIHRlc3RzIG9ubHk_-A";

  private final InMemoryOrders orders = new InMemoryOrders();
  private final ManualClock clock = ManualClock.at("2026-11-24T15:00:00Z");
  private final FixedMerchants merchants = new FixedMerchants(AMerchant.shop());
  private final Geography california = new California();
  private final ShowingOrder showing =
      new ShowingOrder(
          orders,
          merchants,
          california,
          new ExpectingArrival(
              new LanesTaken(merchants, california),
              new LearnedTransits(new InMemoryTransitCounts(), clock),
              Holidays.NONE,
              clock),
          clock);

  @Test
  void theLinkLeadsToItsOrderAndTellsTheTownAlone() {
    AnOrder ordered = AnOrder.numbered("90412");
    orders.save(
        null, Order.received(ordered.id(), ordered.document(), AnOrder.RECEIVED, TOKEN), List.of());

    OrderPage page = showing.show(TOKEN).orElseThrow();

    assertThat(page.orderNumber()).isEqualTo("#90412");
    assertThat(page.stage()).isEqualTo(Stage.PREPARING);
    assertThat(page.zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
    assertThat(page.town()).isEqualTo("Los Angeles, CA");
    assertThat(page.toString())
        .doesNotContain("Sam Example", "sam@example.com", "2135550100", "Sample Street", "90012");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "Zm9yIHRlc3RzIG9ubHk_-B",
        "zm9yihrlc3rzig9ubhk_-a",
        "Zm9yIHRlc3RzIG9ubHk_-A ",
        "Zm9yIHRlc3RzIG9ubHk_-A/",
        "../../../../etc/passwd",
        "Zm9yIHRlc3RzIG9ubHk_-\u0410",
        "DTC-90412"
      })
  void anythingElseLeadsNowhere(String token) {
    AnOrder ordered = AnOrder.numbered("90412");
    orders.save(
        null, Order.received(ordered.id(), ordered.document(), AnOrder.RECEIVED, TOKEN), List.of());

    assertThat(showing.show(token)).isEmpty();
    assertThat(showing.show("A".repeat(100_000))).isEmpty();
  }

  /** Where everybody lives on one coast. */
  private static final class California implements Geography {
    @Override
    public Optional<Place> place(String country, String postcode) {
      return Optional.empty();
    }

    @Override
    public ZoneId zone(Address address) {
      return ZoneId.of("America/Los_Angeles");
    }

    @Override
    public List<String> defects(Address address) {
      return List.of();
    }

    @Override
    public List<String> destinationDefects(Address address) {
      return List.of();
    }
  }
}
