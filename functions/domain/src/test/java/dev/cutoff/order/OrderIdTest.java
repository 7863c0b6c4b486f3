package dev.cutoff.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderIdTest {
  @ParameterizedTest
  @CsvSource({
    "#90412, DTC-90412",
    "'EU/1001 a', DTC-EU1001a",
    "1_0-1, DTC-1_0-1",
    "'', DTC-",
    "注文5, DTC-5"
  })
  void thePlatformsNumberIsReducedToWhatAUrlCanCarry(String number, String id) {
    assertThat(OrderId.of("DTC", number).value()).isEqualTo(id);
  }

  @Test
  void aLongNumberIsCutToSixtyFour() {
    assertThat(OrderId.of("DTC", "9".repeat(500)).value()).hasSize(64).startsWith("DTC-999");
  }

  @Test
  void theAlternativeOfALongIdStaysWithinSixtyFourAndDiffers() {
    OrderId id = OrderId.of("DTC", "9".repeat(500));
    assertThat(id.alternative(2).value()).hasSize(64).endsWith("-2");
    assertThat(OrderId.of("DTC", "1").alternative(12).value()).isEqualTo("DTC-1-12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "../x", "a/b", "ä", "a\n", "a#b"})
  void whatCouldEscapeAPathOrAKeyIsNoOrderId(String value) {
    assertThatThrownBy(() -> new OrderId(value)).isInstanceOf(IllegalArgumentException.class);
  }
}
