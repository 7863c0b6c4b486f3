package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.dock.Manifest;
import dev.cutoff.dock.ManifestId;
import dev.cutoff.dock.application.Manifests;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of manifests keeps to. */
public abstract class ManifestsContract {
  private static final Instant CUTOFF = Instant.parse("2026-11-24T21:00:00Z");
  private static final NodeId EAST = new NodeId("EAST");
  private static final ManifestId SWIFT =
      new ManifestId(EAST, "swift", LocalDate.parse("2026-11-24"));

  protected abstract Manifests manifests();

  @Test
  void thereIsOneForANodeACarrierAndADay() {
    Manifests manifests = manifests();
    Manifest first = manifest(SWIFT, 2);
    assertThat(manifests.find(SWIFT)).isEmpty();
    assertThat(manifests.create(first)).isTrue();
    assertThat(manifests.create(manifest(SWIFT, 3))).isFalse();
    assertThat(manifests.find(SWIFT)).contains(first);
  }

  @Test
  void oneOfTwoThatGoOnAtOnceIsRefused() {
    Manifests manifests = manifests();
    Manifest first = manifest(SWIFT, 2);
    manifests.create(first);
    Manifest closed = first.closed("M1", "manifests/x.pdf", first.entries(), List.of(), CUTOFF);
    assertThat(manifests.replace(closed)).isTrue();
    assertThat(manifests.replace(first.closed("M2", "y", List.of(), List.of(), CUTOFF))).isFalse();
    assertThat(manifests.find(SWIFT)).contains(closed);
    assertThat(
            manifests.replace(
                manifest(new ManifestId(EAST, "none", SWIFT.date()), 1).scanned(CUTOFF)))
        .isFalse();
  }

  @Test
  void thoseOfANodeAreListedFromADayOn() {
    Manifests manifests = manifests();
    ManifestId before = new ManifestId(EAST, "swift", SWIFT.date().minusDays(1));
    ManifestId other = new ManifestId(EAST, "parcelway", SWIFT.date());
    ManifestId west = new ManifestId(new NodeId("WEST"), "swift", SWIFT.date());
    for (ManifestId id : List.of(before, SWIFT, other, west)) {
      manifests.create(manifest(id, 1));
    }
    assertThat(manifests.from(EAST, SWIFT.date()))
        .extracting(Manifest::id)
        .containsExactly(other, SWIFT);
    assertThat(manifests.from(EAST, before.date())).hasSize(3);
  }

  @Test
  void aThousandParcelsFitOnOne() {
    Manifests manifests = manifests();
    Manifest large = manifest(SWIFT, 1_000);
    manifests.create(large);
    Manifest done = large.closed(null, "x", large.entries(), List.of(), CUTOFF);
    assertThat(manifests.replace(done)).isTrue();
    assertThat(manifests.find(SWIFT)).contains(done);
  }

  private static Manifest manifest(ManifestId id, int parcels) {
    List<Manifest.Entry> entries =
        IntStream.rangeClosed(1, parcels)
            .mapToObj(i -> {
              ShipmentId shipment = ShipmentId.of(new OrderId("DTC-" + i), 1);
              return new Manifest.Entry(shipment, shipment.parcel(1), "L" + i, "TRK" + i, 540);
            })
            .toList();
    ShipmentId missed = ShipmentId.of(new OrderId("DTC-0"), 1);
    return Manifest.opened(
        id, CUTOFF, entries, List.of(new Manifest.Missed(missed, "not packed")), "cutoff", CUTOFF);
  }
}
