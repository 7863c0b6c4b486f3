package dev.cutoff.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.order.OrderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShipmentIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"DTC-90412", "DTC-90412-2", "DTC-", "A", "-", "a_b--c-", "9-9-9"})
  void theOrderIsReadBackFromItsShipmentWhateverDashesItHas(String order) {
    OrderId id = new OrderId(order);
    assertThat(ShipmentId.of(id, 1).orderId()).isEqualTo(id);
    assertThat(ShipmentId.of(id, 12).orderId()).isEqualTo(id);
  }

  @Test
  void theLongestOrderIdMakesAShipmentIdToo() {
    OrderId id = new OrderId("x".repeat(64));
    assertThat(ShipmentId.of(id, 999).orderId()).isEqualTo(id);
  }

  @Test
  void aParcelIsNumberedWithinItsShipment() {
    assertThat(ShipmentId.of(new OrderId("DTC-1"), 2).parcel(3)).isEqualTo("SHP-DTC-1-2-3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SHP-",
        "SHP-X",
        "SHP--",
        "SHP--1",
        "SHP-X-",
        "SHP-X-y",
        "DTC-1-1",
        "SHP-a b-1"
      })
  void whatNamesNoOrderAndNumberIsNoShipmentId(String value) {
    assertThatThrownBy(() -> new ShipmentId(value)).isInstanceOf(IllegalArgumentException.class);
  }
}
