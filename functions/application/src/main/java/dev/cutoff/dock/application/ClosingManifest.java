package dev.cutoff.dock.application;

import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.ManifestAnswer;
import dev.cutoff.carrier.application.ManifestRequest;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.dock.Manifest;
import dev.cutoff.dock.ManifestId;
import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.application.RaisingDockException;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Closes a node's day with a carrier: the manifest's row first, then the carrier, then the paper,
 * then hand-over. Who dies in between is followed by whoever comes next, from the same row and
 * under the same reference. Again is the same manifest.
 */
public final class ClosingManifest {
  private final Manifests manifests;
  private final GatheringParcels gathering;
  private final EndingManifest ending;
  private final Providers providers;
  private final ManifestSheet sheet;
  private final ObjectStore objects;
  private final RaisingDockException raising;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public ClosingManifest(
      Manifests manifests,
      GatheringParcels gathering,
      EndingManifest ending,
      Providers providers,
      ManifestSheet sheet,
      ObjectStore objects,
      RaisingDockException raising,
      Merchants merchants,
      InstantSource clock) {
    this.manifests = manifests;
    this.gathering = gathering;
    this.ending = ending;
    this.providers = providers;
    this.sheet = sheet;
    this.objects = objects;
    this.raising = raising;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** What the caller is told. */
  public sealed interface Outcome {
    /** Now or before. */
    record Closed(Manifest manifest) implements Outcome {}

    /** 409: the carrier says no; it stands in the exception queue and is asked again. */
    record Refused(String why) implements Outcome {}
  }

  public Outcome close(ManifestId id, Instant cutoff, String by) {
    return close(id, cutoff, by, null);
  }

  /** The same with what is there, for who closes several. */
  Outcome close(
      ManifestId id, Instant cutoff, String by, GatheringParcels.@Nullable Gathered gathered) {
    Manifest manifest = manifests.find(id).orElseGet(() -> opened(id, cutoff, by, gathered));
    if (manifest.state() == Manifest.State.OPEN) {
      switch (told(manifest)) {
        case Told.Closed closed -> manifest = written(closed.manifest());
        case Told.Refused refused -> {
          return new Outcome.Refused(refused.why());
        }
      }
    }
    return new Outcome.Closed(
        manifest.state() == Manifest.State.CLOSED ? written(ending.end(manifest)) : manifest);
  }

  private Manifest opened(
      ManifestId id, Instant cutoff, String by, GatheringParcels.@Nullable Gathered known) {
    GatheringParcels.Gathered gathered =
        known == null
            ? gathering.of(Set.of(id)).getOrDefault(id, GatheringParcels.Gathered.NOTHING)
            : known;
    Manifest manifest =
        Manifest.opened(id, cutoff, gathered.entries(), gathered.missed(), by, clock.instant());
    return manifests.create(manifest) ? manifest : manifests.find(id).orElseThrow();
  }

  private sealed interface Told {
    record Closed(Manifest manifest) implements Told {}

    record Refused(String why) implements Told {}
  }

  /** A day without a parcel is not the carrier's business. */
  private Told told(Manifest manifest) {
    Merchant merchant = merchants.current();
    Node node = merchant.node(manifest.id().node());
    Carrier carrier = carrier(merchant, manifest);
    if (manifest.entries().isEmpty()) {
      return new Told.Closed(ours(manifest, merchant, node, carrier));
    }
    CarrierProvider provider = providers.of(carrier);
    ManifestRequest request =
        new ManifestRequest(
            manifest.id().reference(),
            node,
            manifest.id().date(),
            manifest.entries().stream()
                .map(each ->
                    new ManifestRequest.Labelled(
                        each.labelId(), each.trackingNumber(), each.grams()))
                .toList());
    return switch (provider.manifest(carrier, request)) {
      case ManifestAnswer.NotWanted none ->
          new Told.Closed(ours(manifest, merchant, node, carrier));
      case ManifestAnswer.Closed closed ->
          new Told.Closed(theirs(manifest, closed, merchant, node, carrier));
      case ManifestAnswer.Refused refused -> {
        refused(manifest, carrier, refused.why());
        yield new Told.Refused(refused.why());
      }
    };
  }

  private static Carrier carrier(Merchant merchant, Manifest manifest) {
    Carrier carrier = merchant.carriers().get(manifest.id().carrier());
    if (carrier == null) {
      throw new IllegalStateException(
          "the merchant file lost the carrier " + manifest.id().carrier());
    }
    return carrier;
  }

  private Manifest ours(Manifest manifest, Merchant merchant, Node node, Carrier carrier) {
    Instant now = clock.instant();
    return manifest.closed(
        null,
        paper(sheet.pdf(manifest, merchant.name(), node.name(), carrier.name())),
        manifest.entries(),
        manifest.missed(),
        now);
  }

  private Manifest theirs(
      Manifest manifest,
      ManifestAnswer.Closed closed,
      Merchant merchant,
      Node node,
      Carrier carrier) {
    List<Manifest.Entry> taken = new ArrayList<>();
    List<Manifest.Missed> missed = new ArrayList<>(manifest.missed());
    for (Manifest.Entry entry : manifest.entries()) {
      if (closed.leftOut().contains(entry.labelId())) {
        missed.add(
            new Manifest.Missed(
                entry.shipmentId(), "parcel " + entry.parcelId() + " was left out by the carrier"));
      } else {
        taken.add(entry);
      }
    }
    byte[] pdf =
        closed
            .document()
            .orElseGet(() -> sheet.pdf(manifest, merchant.name(), node.name(), carrier.name()));
    return manifest.closed(closed.manifestId(), paper(pdf), taken, missed, clock.instant());
  }

  private String paper(byte[] pdf) {
    return objects.put("manifests", "pdf", pdf);
  }

  private void refused(Manifest manifest, Carrier carrier, String why) {
    raising.raise(
        new DockException.Finding(
            manifest.id().inWords(),
            Refusal.of(
                Reason.MANIFEST_REFUSED,
                "%s does not close the day: %s. It is asked again at the next round; hand over by scan, or call."
                    .formatted(carrier.name(), why),
                Map.of("manifest", manifest.id().reference())),
            orders(manifest.shipments())));
  }

  static List<OrderId> orders(List<ShipmentId> shipments) {
    return shipments.stream().map(ShipmentId::orderId).distinct().limit(50).toList();
  }

  /** Whoever was faster did the very same. */
  private Manifest written(Manifest after) {
    if (manifests.replace(after)) {
      return after;
    }
    Manifest now = manifests.find(after.id()).orElseThrow();
    if (now.state().compareTo(after.state()) < 0) {
      throw new TryAgainLater(after.id().inWords() + " is being closed by somebody else");
    }
    return now;
  }
}
