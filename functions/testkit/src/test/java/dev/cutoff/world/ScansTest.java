package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.exception.DockException;
import dev.cutoff.exception.Reason;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderState;
import dev.cutoff.tracking.TrackingStatus;
import dev.cutoff.tracking.application.RecordingScans.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Scans as carriers send them. */
final class ScansTest {
  private static final Instant LATER = OnTheWay.HANDED_OVER.plusSeconds(36_000);

  private final OnTheWay way = new OnTheWay();

  @Test
  void aLateShippedScanDowngradesADeliveredOrder() {
    var _ = way.scan("d", "DELIVERED", LATER);
    var _ = way.scan("a", "ACCEPTED", LATER.minusSeconds(7_200));

    assertThat(order().state()).isEqualTo(OrderState.DELIVERED);
    assertThat(way.parcel().track().status()).isEqualTo(TrackingStatus.DELIVERED);
    assertThat(way.parcel().track().scans()).hasSize(2);
  }

  @Test
  void oneMalformedScanKillsTheWholeLookup() {
    String number = way.parcel().trackingNumber();
    Outcome answer =
        way.world.scan(
            "swift",
            "s1 " + number + " ACCEPTED yesterday",
            "s2 " + number + " BEAMED_UP " + LATER,
            "s3 " + number + " IN_TRANSIT " + LATER,
            "");

    assertThat(answer)
        .isInstanceOfSatisfying(
            Outcome.Recorded.class,
            recorded -> {
              assertThat(recorded.recorded()).isEqualTo(1);
              assertThat(recorded.problems()).hasSize(3);
            });
    assertThat(way.parcel().track().status()).isEqualTo(TrackingStatus.IN_TRANSIT);
  }

  @Test
  void whatDoesNotCountIsAnsweredAndTheBodyIsKeptAsItCame() {
    String number = way.parcel().trackingNumber();
    List<String> lines =
        List.of(
            "s1 NOBODYS IN_TRANSIT " + LATER,
            "s2 " + number + " IN_TRANSIT 2025-11-23T21:00:00Z",
            "s3 " + number + " TELEPORTED " + LATER);
    Outcome.Recorded answer = recorded("swift", lines);

    assertThat(answer.recorded()).isZero();
    assertThat(answer.problems())
        .containsExactlyInAnyOrder(
            "unreadable scan: s3 " + number + " TELEPORTED " + LATER,
            "scan s1: no parcel of ours has that tracking number",
            "scan s2: it happened before its label was made");
    assertThat(way.world.objects.get(Objects.requireNonNull(answer.quarantineId())))
        .hasValue(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    assertThat(way.parcel().track().scans()).isEmpty();
  }

  @Test
  void aScanOfTheWrongCarrierCountsNothing() {
    Outcome.Recorded answer =
        recorded(
            "parcelway", List.of("s1 " + way.parcel().trackingNumber() + " DELIVERED " + LATER));

    assertThat(answer.problems())
        .containsExactly("scan s1: that parcel goes with swift, not with parcelway");
    assertThat(order().state()).isEqualTo(OrderState.SHIPPED);
    assertThat(answer.quarantineId()).isNotNull();
  }

  @Test
  void whatCountsKeepsNoBody() {
    Outcome.Recorded answer =
        recorded("swift", List.of("s1 " + way.parcel().trackingNumber() + " IN_TRANSIT " + LATER));

    assertThat(answer).isEqualTo(new Outcome.Recorded(1));
  }

  @Test
  void anEventThatRepeatsCountsOnceAndIsAnsweredAsTaken() {
    var _ = way.scan("s1", "IN_TRANSIT", LATER);
    long version = order().version();

    assertThat(way.scan("s1", "IN_TRANSIT", LATER)).isEqualTo(new Outcome.Recorded(1));
    assertThat(order().version()).isEqualTo(version);
    assertThat(way.parcel().track().scans()).hasSize(1);
  }

  @Test
  void aForgedWebhookIsRefusedWhole() {
    byte[] body =
        ("s1 " + way.parcel().trackingNumber() + " DELIVERED " + LATER)
            .getBytes(StandardCharsets.UTF_8);

    assertThat(way.world.scanning.record("swift", Map.of("signature", "guessed"), body))
        .isEqualTo(new Outcome.Forged());
    assertThat(way.world.scanning.record("swift", Map.of(), body)).isEqualTo(new Outcome.Forged());
    assertThat(order().state()).isEqualTo(OrderState.SHIPPED);
  }

  @Test
  void tenThousandScansInOneBodyAreTakenAndTheOrderIsWrittenOnce() {
    String number = way.parcel().trackingNumber();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 9_998; i++) {
      lines.add("s" + i + " " + number + " IN_TRANSIT " + LATER.plusSeconds(i));
    }
    lines.add("x NOBODYS IN_TRANSIT " + LATER);
    lines.add("d " + number + " DELIVERED " + LATER.plusSeconds(20_000));
    long version = order().version();

    Outcome.Recorded answer = recorded("swift", lines);

    assertThat(answer.recorded()).isEqualTo(9_999);
    assertThat(answer.problems())
        .containsExactly("scan x: no parcel of ours has that tracking number");
    assertThat(order().version()).isEqualTo(version + 1);
    assertThat(order().state()).isEqualTo(OrderState.DELIVERED);
    assertThat(way.news("delivered")).hasSize(1);
    assertThat(way.news("in_transit")).as("overtaken").isEmpty();
  }

  @Test
  void anAttemptIsToldAndSoIsTheNextOne() {
    var _ = way.scan("t1", "DELIVERY_ATTEMPTED", LATER);
    var _ = way.scan("t1", "DELIVERY_ATTEMPTED", LATER);
    var _ = way.scan("t2", "DELIVERY_ATTEMPTED", LATER.plusSeconds(86_400));

    String about = "DTC-1001#" + way.parcel().plan().parcelId() + "#delivery_attempted#";
    assertThat(way.news("delivery_attempted").stream().distinct())
        .containsExactly(about + LATER, about + LATER.plusSeconds(86_400));
  }

  @Test
  void anAttemptThatIsHeardOfAfterTheDeliveryIsNoNews() {
    var _ = way.scan("d", "DELIVERED", LATER);
    var _ = way.scan("t1", "DELIVERY_ATTEMPTED", LATER.minusSeconds(3_600));

    assertThat(way.news("delivery_attempted")).isEmpty();
  }

  @Test
  void aCarrierThatTakesADeliveryBackIsAnExceptionAndMovesNothingBack() {
    var _ = way.scan("d", "DELIVERED", LATER);
    var _ = way.scan("o", "OUT_FOR_DELIVERY", LATER.plusSeconds(3_600));
    var _ = way.scan("o", "OUT_FOR_DELIVERY", LATER.plusSeconds(3_600));

    assertThat(order().state()).isEqualTo(OrderState.DELIVERED);
    DockException open = way.open(Reason.DELIVERY_TAKEN_BACK).getFirst();
    assertThat(way.open(Reason.DELIVERY_TAKEN_BACK)).hasSize(1);
    assertThat(open.refusal().message())
        .contains("was delivered, but the carrier says 'out_for_delivery'");
    assertThat(open.orders()).containsExactly(OnTheWay.ID);
    assertThat(way.news("out_for_delivery")).isEmpty();

    var _ = way.scan("again", "DELIVERED", LATER.plusSeconds(7_200));
    assertThat(way.open(Reason.DELIVERY_TAKEN_BACK)).isEmpty();
  }

  @Test
  void whatDiedAfterTheRowIsToldWhenTheCarrierRepeatsItself() {
    way.world.seam.crash("before Announcements.publish", 2);
    assertThatThrownBy(() -> way.scan("s1", "OUT_FOR_DELIVERY", LATER))
        .isInstanceOf(Seam.Crash.class);
    assertThat(way.news("out_for_delivery")).isEmpty();

    var _ = way.scan("s1", "OUT_FOR_DELIVERY", LATER);

    assertThat(way.news("out_for_delivery")).hasSize(1);
  }

  private Order order() {
    return way.world.order(OnTheWay.ID);
  }

  private Outcome.Recorded recorded(String carrier, List<String> lines) {
    return (Outcome.Recorded) way.world.scan(carrier, lines.toArray(String[]::new));
  }
}
