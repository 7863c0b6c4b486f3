package dev.cutoff.dock.application;

import dev.cutoff.carrier.application.PickupAnswer;
import dev.cutoff.carrier.application.PickupRequest;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.dock.Manifest;
import dev.cutoff.dock.ManifestId;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.application.RaisingDockException;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.ShipDay;
import dev.cutoff.plan.ShipDays;
import dev.cutoff.plan.Workload;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.HandingOver;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What follows once the carrier knows of a manifest: a courier is booked where one does not come by
 * itself, what is on it is handed over, and what is not is named. Again is the same.
 */
public final class EndingManifest {
  /** How long after the cutoff somebody opens the door. */
  private static final Duration DOOR = Duration.ofHours(2);

  private static final int MOST_NAMED = 20;

  private final HandingOver handingOver;
  private final NamingVoidLabel naming;
  private final RaisingDockException raising;
  private final Providers providers;
  private final Holidays holidays;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public EndingManifest(
      HandingOver handingOver,
      NamingVoidLabel naming,
      RaisingDockException raising,
      Providers providers,
      Holidays holidays,
      Merchants merchants,
      InstantSource clock) {
    this.handingOver = handingOver;
    this.naming = naming;
    this.raising = raising;
    this.providers = providers;
    this.holidays = holidays;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** As it is once all of that is done; nothing of it is written. */
  Manifest end(Manifest closed) {
    Node node = merchants.current().node(closed.id().node());
    String pickup = pickup(closed, node);
    List<Manifest.Missed> missed = new ArrayList<>(closed.missed());
    if (node.dock().shippedAtManifest()) {
      missed.addAll(handedOver(closed));
    }
    if (!missed.isEmpty()) {
      name(closed, node, missed);
    }
    return closed.done(pickup, missed);
  }

  private @Nullable String pickup(Manifest manifest, Node node) {
    ManifestId id = manifest.id();
    Carrier carrier = merchants.current().carriers().get(id.carrier());
    if (carrier == null
        || !node.dock().pickups().contains(id.carrier())
        || manifest.entries().isEmpty()) {
      return null;
    }
    Instant from = manifest.cutoff();
    PickupRequest request =
        new PickupRequest(
            id.pickupReference(),
            node,
            from,
            from.plus(DOOR),
            manifest.entries().size(),
            manifest.grams());
    return switch (providers.of(carrier).bookPickup(carrier, request)) {
      case PickupAnswer.Booked booked -> booked.confirmation();
      case PickupAnswer.NotBookable no -> {
        notComing(manifest, "no pickup can be booked with %s here".formatted(carrier.name()));
        yield null;
      }
      case PickupAnswer.Refused refused -> {
        notComing(manifest, "%s booked no pickup: %s".formatted(carrier.name(), refused.why()));
        yield null;
      }
    };
  }

  private void notComing(Manifest manifest, String why) {
    raising.raise(
        new DockException.Finding(
            "pickup of " + manifest.id().inWords(),
            Refusal.of(
                Reason.MANIFEST_REFUSED,
                why + ". Call, or bring the parcels.",
                Map.of("manifest", manifest.id().reference())),
            ClosingManifest.orders(manifest.shipments())));
  }

  /**
   * A shipment of which the carrier left a parcel out stays; one that was cancelled meanwhile is
   * stopped.
   */
  private List<Manifest.Missed> handedOver(Manifest manifest) {
    Instant closedAt = manifest.closedAt();
    Instant at = closedAt == null ? clock.instant() : closedAt;
    Set<ShipmentId> incomplete =
        manifest.missed().stream().map(Manifest.Missed::shipmentId).collect(Collectors.toSet());
    List<Manifest.Missed> missed = new ArrayList<>();
    for (ShipmentId shipment : new LinkedHashSet<>(manifest.shipments())) {
      if (incomplete.contains(shipment)) {
        continue;
      }
      switch (handingOver.handOver(shipment, at, manifest.id().reference())) {
        case HandingOver.Outcome.HandedOver done -> {}
        case HandingOver.Outcome.Stopped stopped -> {
          naming.scanned(
              shipment, shipment.value(), "onto the " + manifest.id().inWords(), stopped.why());
          missed.add(new Manifest.Missed(shipment, stopped.why()));
        }
        case HandingOver.Outcome.Refused refused ->
            missed.add(new Manifest.Missed(shipment, refused.why()));
        case HandingOver.Outcome.NotFound none -> {}
      }
    }
    return missed;
  }

  private void name(Manifest manifest, Node node, List<Manifest.Missed> missed) {
    String all =
        missed.stream()
            .limit(MOST_NAMED)
            .map(each -> each.shipmentId() + " (" + each.why() + ")")
            .collect(Collectors.joining(", "));
    String more =
        missed.size() > MOST_NAMED ? " and %d more".formatted(missed.size() - MOST_NAMED) : "";
    raising.raise(
        new DockException.Finding(
            manifest.id().inWords(),
            Refusal.of(
                Reason.MANIFEST_MISSED,
                "%d shipment(s) missed the truck: %s%s. %s Those with a label go with it by themselves, the others are planned again or held."
                    .formatted(missed.size(), all, more, next(manifest, node)),
                Map.of("manifest", manifest.id().reference())),
            ClosingManifest.orders(missed.stream().map(Manifest.Missed::shipmentId).toList())));
  }

  private String next(Manifest manifest, Node node) {
    Carrier carrier = merchants.current().carriers().get(manifest.id().carrier());
    List<ShipDay> days =
        carrier == null
            ? List.of()
            : ShipDays.next(node, carrier, holidays, Workload.NONE, clock.instant(), 2).stream()
                .filter(day -> day.date().isAfter(manifest.id().date()))
                .toList();
    return days.isEmpty()
        ? "No further hand-over is in sight."
        : "The next hand-over is by %s.".formatted(days.getFirst().cutoff());
  }
}
