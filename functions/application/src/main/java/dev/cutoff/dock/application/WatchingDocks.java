package dev.cutoff.dock.application;

import dev.cutoff.carrier.application.Capability;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.dock.Manifest;
import dev.cutoff.dock.ManifestId;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.ShipDays;
import dev.cutoff.plan.Workload;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Closes the days whose cutoff has come, at nodes and with carriers that want it, and looks whether
 * what was handed over is on its way.
 */
public final class WatchingDocks {
  /** As far back as a day that was not closed is closed after all. */
  private static final int DAYS_BACK = 1;

  private static final String CUTOFF = "cutoff";

  private final Manifests manifests;
  private final ClosingManifest closing;
  private final GatheringParcels gathering;
  private final MissingPickup missing;
  private final Providers providers;
  private final Holidays holidays;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public WatchingDocks(
      Manifests manifests,
      ClosingManifest closing,
      GatheringParcels gathering,
      MissingPickup missing,
      Providers providers,
      Holidays holidays,
      Merchants merchants,
      InstantSource clock) {
    this.manifests = manifests;
    this.closing = closing;
    this.gathering = gathering;
    this.missing = missing;
    this.providers = providers;
    this.holidays = holidays;
    this.merchants = merchants;
    this.clock = clock;
  }

  /**
   * What a round did.
   *
   * @param closed days
   * @param refused those that the carrier does not close
   * @param missed manifests that nobody seems to have taken along
   * @param failed what could not be done, and why; the others were
   */
  public record Watched(int closed, int refused, int missed, List<String> failed) {
    public Watched {
      failed = List.copyOf(failed);
    }
  }

  public Watched watch() {
    List<String> failed = new ArrayList<>();
    SortedMap<ManifestId, Instant> due = due();
    int closed = 0;
    int refused = 0;
    if (!due.isEmpty()) {
      Map<ManifestId, GatheringParcels.Gathered> gathered = gathering.of(due.keySet());
      for (Map.Entry<ManifestId, Instant> each : due.entrySet()) {
        // One day that can't be closed never keeps the others open.
        try {
          switch (closing.close(
              each.getKey(), each.getValue(), CUTOFF, gathered.get(each.getKey()))) {
            case ClosingManifest.Outcome.Closed done -> closed++;
            case ClosingManifest.Outcome.Refused no -> refused++;
          }
        } catch (RuntimeException notThisTime) {
          failed.add(each.getKey().reference() + ": " + notThisTime.getClass().getSimpleName());
        }
      }
    }
    return new Watched(closed, refused, missing.look(failed), failed);
  }

  private SortedMap<ManifestId, Instant> due() {
    Instant now = clock.instant();
    Merchant merchant = merchants.current();
    SortedMap<ManifestId, Instant> due = new TreeMap<>(Comparator.comparing(ManifestId::reference));
    for (Node node : merchant.nodes().values()) {
      LocalDate today = now.atZone(node.zone()).toLocalDate();
      for (Carrier carrier : merchant.carriers().values()) {
        if (!isClosed(node, carrier)) {
          continue;
        }
        for (LocalDate day = today.minusDays(DAYS_BACK);
            !day.isAfter(today);
            day = day.plusDays(1)) {
          ManifestId id = new ManifestId(node.id(), carrier.id(), day);
          ShipDays.on(node, carrier, holidays, Workload.NONE, day)
              .filter(shipDay -> !now.isBefore(shipDay.cutoff()))
              .filter(shipDay -> !isDone(id))
              .ifPresent(shipDay -> due.put(id, shipDay.cutoff()));
        }
      }
    }
    return due;
  }

  private boolean isClosed(Node node, Carrier carrier) {
    return node.dock().shippedAtManifest()
        || node.dock().pickups().contains(carrier.id())
        || providers
            .find(carrier)
            .filter(provider -> provider.can().contains(Capability.MANIFEST))
            .isPresent();
  }

  private boolean isDone(ManifestId id) {
    return manifests.find(id).filter(it -> it.state() == Manifest.State.DONE).isPresent();
  }
}
