package dev.cutoff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.sample.Calendars;
import dev.cutoff.sample.Doc;
import dev.cutoff.sample.Shop;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  @Test
  void anOrderAfterTheLastCutoffOfItsDayStillCountsThatDay() {
    Doc oneMinuteToMidnight = Doc.order().placedAt("2026-11-24T07:59:00Z");
    assertThat(deliverBy(oneMinuteToMidnight, PACIFIC, false)).hasToString("2026-11-27");
    Doc midnight = Doc.order().placedAt("2026-11-24T08:00:00Z");
    assertThat(deliverBy(midnight, PACIFIC, false)).hasToString("2026-11-30");
  }

  @Test
  void nodeAndRecipientOnBothSidesOfTheDateLineHaveTheirOwnDays() {
    // One moment: 23:00 on the 24th in Honolulu, 20:00 on the 25th in Sydney.
    Doc order = Doc.order().placedAt("2026-11-25T09:00:00Z");
    assertThat(deliverBy(order, "Pacific/Honolulu", false)).hasToString("2026-11-30");
    assertThat(deliverBy(order, "Australia/Sydney", false)).hasToString("2026-12-01");
    Instant now = order.build().placedAt();
    assertThat(shipDay("Australia/Sydney", now)).hasToString("2026-11-26");
    assertThat(shipDay("Pacific/Honolulu", now)).hasToString("2026-11-25");
  }

  @Test
  void theTwentyNinthOfFebruaryIsADeliveryDay() {
    Doc monday =
        Doc.order().placedAt("2028-02-28T18:00:00Z").by("EXPRESS", ShippingMethod.Kind.PARCEL);
    assertThat(deliverBy(monday, PACIFIC, false)).hasToString("2028-02-29");
  }

  @Test
  void whatItWasMadeFromIsSaidInWords() {
    assertThat(
            promise(Doc.order().by("EXPRESS", ShippingMethod.Kind.PARCEL), Optional.empty())
                .basis())
        .isEqualTo("Express: 1 delivery days from 2026-11-23");
    assertThat(promise(Doc.order(), Optional.of("US")).basis())
        .isEqualTo("rule: 4 delivery days from 2026-11-23, without public holidays of US");
  }

  @Test
  void aPublicHolidayOfTheRecipientsCountryIsNoDeliveryDayWhereACarrierKeepsIts() {
    assertThat(promise(Doc.order(), Optional.of("US")).deliverBy()).hasToString("2026-11-30");
    assertThat(promise(Doc.order(), Optional.empty()).deliverBy()).hasToString("2026-11-27");
  }

  @Test
  void theCalendarIsThatOfTheCountryAndOnlyWhereACarrierKeepsOne() {
    assertThat(DeliverBy.calendar(keeping("US-nj"), "US")).contains("US");
    assertThat(DeliverBy.calendar(keeping("US"), "US")).contains("US");
    assertThat(DeliverBy.calendar(keeping("US"), "CA")).isEmpty();
    assertThat(DeliverBy.calendar(keeping(null), "US")).isEmpty();
    assertThat(DeliverBy.calendar(Shop.usual(), "US")).isEmpty();
  }

  private static Merchant keeping(@Nullable String calendar) {
    Merchant shop = Shop.usual();
    return new Merchant(
        shop.version(),
        shop.name(),
        shop.currency(),
        shop.fromEmail(),
        shop.nodes(),
        shop.items(),
        shop.kits(),
        shop.boxes(),
        Map.of("swift", Calendars.weekdays("swift", Calendars.rests(calendar))),
        shop.stores(),
        shop.rules(),
        shop.openingStock());
  }

  private static LocalDate shipDay(String zone, Instant now) {
    return ShipDays.next(
            Shop.node("X", zone, Shop.weekdays("16:00")),
            Calendars.SWIFT,
            Holidays.NONE,
            Workload.NONE,
            now,
            1)
        .getFirst()
        .date();
  }

  private static Promise promise(Doc doc, Optional<String> calendar) {
    OrderDocument order = doc.build();
    return DeliverBy.promise(
        order,
        order.placedAt(),
        Shop.ACME,
        Shop.RULES,
        ZoneId.of(PACIFIC),
        false,
        calendar,
        Calendars.holidays("US", "2026-11-26"));
  }

  private static LocalDate deliverBy(Doc doc, String zone, boolean abroad) {
    OrderDocument order = doc.build();
    return DeliverBy.promise(
            order,
            order.placedAt(),
            Shop.ACME,
            Shop.RULES,
            ZoneId.of(zone),
            abroad,
            Optional.empty(),
            Holidays.NONE)
        .deliverBy();
  }
}
