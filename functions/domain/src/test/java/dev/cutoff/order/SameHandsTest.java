package dev.cutoff.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.geo.Address;
import org.junit.jupiter.api.Test;

/** One customer and one address, however they are written. */
final class SameHandsTest {
  private static final Address MUNICH = to("Zoë Müller", "Hauptstr. 5", "", "80331");

  @Test
  void case_accents_points_and_spaces_do_not_count() {
    assertThat(SameHands.isSame(MUNICH, to("ZOE MULLER", "hauptstr 5", "", " 80331"))).isTrue();
    assertThat(SameHands.isSame(MUNICH, to("Zoë Müller", "Hauptstr.", "5", "80331"))).isTrue();
  }

  @Test
  void another_house_another_person_or_another_postcode_does() {
    assertThat(SameHands.isSame(MUNICH, to("Zoë Müller", "Hauptstr. 6", "", "80331"))).isFalse();
    assertThat(SameHands.isSame(MUNICH, to("Max Müller", "Hauptstr. 5", "", "80331"))).isFalse();
    assertThat(SameHands.isSame(MUNICH, to("Zoë Müller", "Hauptstr. 5", "", "80333"))).isFalse();
  }

  @Test
  void scripts_without_accents_are_told_apart() {
    Address tokyo = to("山田", "千代田1-1", "", "1000001");
    assertThat(SameHands.isSame(tokyo, to("山田", "千代田1-1", "", "1000001"))).isTrue();
    assertThat(SameHands.isSame(tokyo, to("鈴木", "千代田1-1", "", "1000001"))).isFalse();
  }

  @Test
  void the_email_decides_and_the_phone_where_one_has_none() {
    assertThat(SameHands.isSame(by("Sam@x.com ", ""), by("sam@x.com", "1"))).isTrue();
    assertThat(SameHands.isSame(by("sam@x.com", "1"), by("kim@x.com", "1"))).isFalse();
    assertThat(SameHands.isSame(by("", "+1 (213) 555-0100"), by("kim@x.com", "+12135550100")))
        .isTrue();
    assertThat(SameHands.isSame(by("", ""), by("", ""))).isFalse();
  }

  private static Customer by(String email, String phone) {
    return new Customer("", email, phone, "");
  }

  private static Address to(String name, String street1, String street2, String postcode) {
    return Address.of(name, null, street1, street2, "München", null, postcode, "DE", null);
  }
}
