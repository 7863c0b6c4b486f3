package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.PricedOption;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.DismissingDockException;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Promise;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Parcels that the carrier has: late, lost, and told of before anybody asks. */
final class OnTheWayTest {
  /** Early on Friday in Los Angeles, where it is promised by the end of the day. */
  private static final String FRIDAY = "2026-11-27T13:00:00Z";

  private static final String DELAYED = "DTC-1001##delayed#2026-11-30T08:00:00Z";

  private final OnTheWay way = new OnTheWay();

  @Test
  void aParcelThatTheCarrierNeverScannedIsToldToBeLateBeforeItIs() {
    assertThat(way.at("2026-11-25T13:00:00Z").watch().late()).isZero();
    assertThat(way.news("delayed")).isEmpty();

    assertThat(way.at(FRIDAY).watch().late()).isEqualTo(1);

    assertThat(promise().deliverBy()).isEqualTo("2026-11-27");
    assertThat(promise().expected()).isEqualTo("2026-11-30");
    assertThat(way.news("delayed")).containsExactly(DELAYED);
    assertThat(way.open(Reason.DELIVERY_LATE)).hasSize(1);
  }

  @Test
  void aDelayIsToldOnceHoweverOftenItIsFound() {
    way.at(FRIDAY).watch();
    way.at("2026-11-27T14:00:00Z").watch();
    way.at("2026-11-28T14:00:00Z").watch();

    assertThat(way.news("delayed")).containsExactly(DELAYED);
  }

  @Test
  void anotherDayIsToldWhenTheFirstOneIsNotLikelyAnyMore() {
    way.at(FRIDAY).watch();
    way.at("2026-12-01T14:00:00Z").watch();

    assertThat(way.news("delayed")).hasSize(2);
    assertThat(promise().expected()).isAfter("2026-11-30");
  }

  @Test
  void whatRecoversIsToldToBeBackOnTimeOnce() {
    way.at(FRIDAY).watch();
    var _ = way.at("2026-11-27T16:00:00Z").scan("OUT_FOR_DELIVERY");
    way.watch();
    way.watch();

    assertThat(promise().expected()).isNull();
    assertThat(way.news("back_on_time"))
        .containsExactly("DTC-1001##back_on_time#2026-11-30T08:00:00Z");
    assertThat(way.open(Reason.DELIVERY_LATE)).isEmpty();
  }

  @Test
  void newsThatDiedIsToldByTheNextRound() {
    way.at(FRIDAY).world.seam.crash("before Announcements.publish", 1);
    assertThatThrownBy(way::watch).isInstanceOf(Seam.Crash.class);
    assertThat(promise().expected()).isEqualTo("2026-11-30");

    way.watch();
    way.watch();

    assertThat(way.news("delayed")).containsExactly(DELAYED);
    assertThat(way.open(Reason.DELIVERY_LATE)).hasSize(1);
  }

  @Test
  void whatArrivesClosesTheEntryOfItsDelay() {
    way.at(FRIDAY).watch();
    var _ = way.at("2026-11-28T16:00:00Z").scan("DELIVERED");
    way.watch();

    assertThat(way.open(Reason.DELIVERY_LATE)).isEmpty();
    assertThat(way.news("back_on_time")).as("it came late").isEmpty();
  }

  @Test
  void whatComesInTimeIsNoNews() {
    var _ = way.at("2026-11-24T14:00:00Z").scan("IN_TRANSIT");
    way.watch();
    var _ = way.at("2026-11-25T15:00:00Z").scan("OUT_FOR_DELIVERY");
    way.watch();

    assertThat(way.news("delayed")).isEmpty();
    assertThat(promise().expected()).isNull();
  }

  @Test
  void aParcelThatNobodySeesForFiveDaysIsOneExceptionWithItsClaimAndItsPrices() {
    assertThat(way.at("2026-11-28T20:00:00Z").watch().troubled()).isZero();

    way.at("2026-11-28T22:00:00Z").watch();
    way.watch();

    DockException open = way.open(Reason.PARCEL_IN_TROUBLE).getFirst();
    assertThat(way.open(Reason.PARCEL_IN_TROUBLE)).hasSize(1);
    assertThat(open.refusal().facts())
        .containsEntry("trouble", "silent")
        .containsEntry("claimBy", "2027-01-22");
    assertThat(open.refusal().message()).contains("never scanned", "by 2027-01-22");
    assertThat(open.refusal().offered())
        .extracting(PricedOption::extra)
        .containsExactly(way.parcel().cost(), Money.of(4_800, "USD"));
    assertThat(open.actions()).containsExactly(Action.DISMISS);
  }

  @Test
  void aScanClosesWhatWasMissing() {
    way.at("2026-11-28T22:00:00Z").watch();
    var _ = way.scan("IN_TRANSIT");

    assertThat(way.open(Reason.PARCEL_IN_TROUBLE)).isEmpty();
  }

  @Test
  void whatTheCarrierCallsLostOrDamagedIsNamedAtOnceAndOnceForTheParcel() {
    var _ = way.at("2026-11-24T14:00:00Z").scan("LOST");
    assertThat(trouble()).isEqualTo("lost");

    var _ = way.at("2026-11-24T15:00:00Z").scan("DAMAGED");
    assertThat(trouble()).isEqualTo("damaged");
    assertThat(way.open(Reason.PARCEL_IN_TROUBLE)).hasSize(1);

    var _ = way.at("2026-11-24T16:00:00Z").scan("IN_TRANSIT");
    assertThat(way.open(Reason.PARCEL_IN_TROUBLE)).isEmpty();
  }

  @Test
  void whatComesBackIsNamed() {
    var _ = way.at("2026-11-25T14:00:00Z").scan("RETURNED");

    assertThat(trouble()).isEqualTo("returned");
    assertThat(way.news("returned")).hasSize(1);
  }

  @Test
  void whatSomebodyLookedAtIsNotSaidAgainUntilSomethingElseIsTheMatter() {
    way.at("2026-11-28T22:00:00Z").watch();
    DockException open = way.open(Reason.PARCEL_IN_TROUBLE).getFirst();
    var _ =
        new DismissingDockException(way.world.exceptions, way.world.clock)
            .dismiss(open, Action.DISMISS, "ops");
    way.watch();
    assertThat(way.open(Reason.PARCEL_IN_TROUBLE)).isEmpty();

    var _ = way.at("2026-11-29T22:00:00Z").scan("LOST");
    assertThat(trouble()).isEqualTo("lost");
  }

  private String trouble() {
    return Objects.requireNonNull(
        way.open(Reason.PARCEL_IN_TROUBLE).getFirst().refusal().facts().get("trouble"));
  }

  private Promise promise() {
    return Objects.requireNonNull(way.world.order(OnTheWay.ID).promise());
  }
}
