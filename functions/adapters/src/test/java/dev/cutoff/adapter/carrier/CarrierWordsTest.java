package dev.cutoff.adapter.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CarrierWordsTest {
  private static final String OTHERWISE = "gave no reason";

  @Test
  void whatACarrierSaysIsOneLineThatCanBePrinted() {
    assertThat(CarrierWords.of(" too\r\nheavy\u0007 <b>for</b> us\u202e ", "", OTHERWISE))
        .isEqualTo("too heavy b for /b us");
    assertThat(CarrierWords.of("Gewicht über 31,5 kg", "", OTHERWISE))
        .isEqualTo("Gewicht über 31,5 kg");
    assertThat(CarrierWords.of("\u0000\n", "", OTHERWISE)).isEqualTo(OTHERWISE);
  }

  @Test
  void aLongStoryIsCutShort() {
    assertThat(CarrierWords.of("x".repeat(100_000), "", OTHERWISE)).hasSize(201).endsWith("…");
  }

  @Test
  void theSecretIsTakenOutAsItIsAndAsAHeaderHoldsIt() {
    assertThat(CarrierWords.of("no key-4711 here", "key-4711", OTHERWISE)).isEqualTo("no *** here");
    // base64 of "key-4711:" and of "me:key-4711"
    assertThat(CarrierWords.of("Basic a2V5LTQ3MTE6 is wrong", "key-4711", OTHERWISE))
        .isEqualTo("Basic *** is wrong");
    assertThat(CarrierWords.of("Basic bWU6a2V5LTQ3MTE= is wrong", "me:key-4711", OTHERWISE))
        .isEqualTo("Basic *** is wrong");
    assertThat(CarrierWords.of("key-4711 is wrong", "me:key-4711", OTHERWISE))
        .isEqualTo("*** is wrong");
  }
}
