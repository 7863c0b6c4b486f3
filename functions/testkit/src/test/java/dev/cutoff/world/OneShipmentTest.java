package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.geo.Address;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.plan.application.OneShipment;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders of one customer to one address are offered as one shipment while that is free. */
final class OneShipmentTest {
  private static final OrderId FIRST = new OrderId("DTC-1001");
  private static final OrderId SECOND = new OrderId("DTC-1002");

  private final Machine machine = new Machine(() -> false);
  private final World world = new World(machine);

  OneShipmentTest() {
    machine.runs(world);
    world.carriers.byCard();
    world.on("EAST", "MUG-WHT", 50);
  }

  @Test
  void two_orders_of_one_customer_are_offered_as_one_with_the_saving() {
    receive(order("1001"));
    world.clock.advance(Duration.ofMinutes(5));
    receive(order("1002"));

    OneShipment offer = only(offers(SECOND));

    assertThat(offer.orders()).containsExactly(FIRST, SECOND);
    assertThat(offer.apart()).isEqualTo(planned(FIRST).plus(planned(SECOND)));
    assertThat(offer.saving()).isEqualTo(offer.apart().minus(offer.plan().cost()));
    assertThat(offer.saving().amount()).isPositive();
    assertThat(offer.until()).isEqualTo(world.order(FIRST).remorseUntil());
    assertThat(offer.how())
        .startsWith("In the store, add the lines of DTC-1002 to DTC-1001 and cancel DTC-1002");
    assertThat(only(offers(FIRST))).isEqualTo(offer);
  }

  @Test
  void what_is_done_as_the_offer_says_costs_what_the_offer_says() {
    receive(order("1001"));
    receive(order("1002"));
    OneShipment offer = only(offers(FIRST));

    world.clock.advance(Duration.ofMinutes(1));
    receive(order("1001").line("MUG-WHT", 1).updatedAt(world.clock.instant()));
    var _ = world.cancelling.cancel(SECOND, "person", "goes with DTC-1001");
    goOn();

    assertThat(world.order(SECOND).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(world.order(FIRST).state()).isEqualTo(OrderState.PLANNED);
    assertThat(planned(FIRST)).isEqualTo(offer.plan().cost());
    assertThat(offers(FIRST)).isEmpty();
  }

  @Test
  void three_are_offered_together() {
    receive(order("1001"));
    receive(order("1002"));
    receive(order("1003"));

    assertThat(only(offers(SECOND)).orders())
        .containsExactly(FIRST, SECOND, new OrderId("DTC-1003"));
  }

  @Test
  void another_customer_another_address_or_another_name_is_another_parcel() {
    receive(order("1001"));
    receive(order("1002").email("kim@example.com"));
    receive(order("1003").shipTo(to("Sam Example", "2 Sample Street")));
    receive(order("1004").shipTo(to("Kim Example", "1 Sample Street")));

    assertThat(offers(FIRST)).isEmpty();
  }

  @Test
  void how_somebody_writes_an_address_makes_no_other_of_it() {
    receive(order("1001"));
    receive(order("1002").email("SAM@example.com").shipTo(to("SAM  Example", "1, sample street.")));

    assertThat(only(offers(FIRST)).orders()).containsExactly(FIRST, SECOND);
  }

  @Test
  void nothing_is_offered_once_one_of_them_is_not_free_any_more() {
    receive(order("1001"));
    world.clock.advance(Duration.ofMinutes(15));
    receive(order("1002"));
    assertThat(offers(SECOND)).hasSize(1);

    world.clock.advance(Duration.ofMinutes(6));
    goOn();

    assertThat(world.order(FIRST).state()).isEqualTo(OrderState.LABELLED);
    assertThat(offers(SECOND)).isEmpty();
    assertThat(offers(FIRST)).isEmpty();
  }

  @Test
  void an_order_that_is_cancelled_is_in_no_offer() {
    receive(order("1001"));
    receive(order("1002"));
    var _ = world.cancelling.cancel(SECOND, "person", "no");

    assertThat(offers(FIRST)).isEmpty();
  }

  private List<OneShipment> offers(OrderId id) {
    return world.offering.offers(world.order(id));
  }

  private static OneShipment only(List<OneShipment> offers) {
    assertThat(offers).hasSize(1);
    return offers.getFirst();
  }

  /** As its plan has it: box, handling and postage of each parcel. */
  private Money planned(OrderId id) {
    Order order = world.order(id);
    return order.openShipments().stream()
        .map(each -> world.paper.find(((Shipment.Planned) each).receipt()).orElseThrow())
        .map(receipt -> receipt.candidates().getFirst().cost())
        .reduce((one, other) -> one.plus(other))
        .orElseThrow();
  }

  private void receive(AnOrder order) {
    world.receive(order);
    goOn();
    assertThat(world.order(order.id()).state()).isEqualTo(OrderState.PLANNED);
  }

  private void goOn() {
    while (!machine.runnable().isEmpty()) {
      machine.step(machine.runnable().getFirst());
    }
  }

  private static AnOrder order(String number) {
    return AnOrder.numbered(number).line("MUG-WHT", 1);
  }

  private static Address to(String name, String street) {
    return Address.of(name, null, street, null, "Los Angeles", "CA", "90012", "US", "+12135550100");
  }
}
