package dev.cutoff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.order.ShippingMethod;
import dev.cutoff.sample.Doc;
import dev.cutoff.sample.Shop;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeliverByTest {
  private static final String PACIFIC = "America/Los_Angeles";

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 4, 2026-11-27",
    "2026-11-24, 4, 2026-11-30",
    "2026-11-27, 1, 2026-11-30",
    "2026-11-28, 1, 2026-11-30",
    "2026-11-29, 1, 2026-11-30",
    "2026-11-28, 0, 2026-11-28",
    "2026-11-27, 10, 2026-12-11",
  })
  void saturdaysAndSundaysAreNoDeliveryDays(LocalDate from, int days, LocalDate promised) {
    assertThat(DeliverBy.plusDeliveryDays(from, days, day -> false)).isEqualTo(promised);
  }

  @Test
  void aDeliveryDeadlineIsCountedFromTheRecipientsDayAndNotFromTheUtcDate() {
    Doc sundayEvening = Doc.order().placedAt("2026-11-24T05:00:00Z");
    assertThat(deliverBy(sundayEvening, PACIFIC, false)).hasToString("2026-11-27");
    assertThat(deliverBy(sundayEvening, "Europe/Berlin", false)).hasToString("2026-11-30");
  }

  @Test
  void whatTheCustomerBoughtAtCheckoutIsThePromise() {
    Doc express = Doc.order().by("EXPRESS", ShippingMethod.Kind.PARCEL);
    assertThat(deliverBy(express, PACIFIC, false)).hasToString("2026-11-24");
    assertThat(deliverBy(express, PACIFIC, true)).hasToString("2026-11-24");
  }

  @Test
  void whereTheMethodSaysNothingTheShopsRulesDo() {
    assertThat(deliverBy(Doc.order(), PACIFIC, false)).hasToString("2026-11-27");
    assertThat(deliverBy(Doc.order(), PACIFIC, true)).hasToString("2026-12-07");
  }

  private static LocalDate deliverBy(Doc order, String zone, boolean abroad) {
    return DeliverBy.of(order.build(), Shop.ACME, Shop.RULES, ZoneId.of(zone), abroad);
  }
}
