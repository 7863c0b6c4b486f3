package dev.cutoff.plan.application;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.plan.application.PlannedLoads.Load;
import dev.cutoff.plan.application.PlannedLoads.State;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.stock.NodeId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Keeps count of what is planned, where the merchant file limits it; a shop without such limits
 * writes nothing. The order's row decides: what ends is recorded before the row says so and what is
 * planned after it, so that a run that died is made good by the next one.
 */
public final class CountingLoads {
  /** Every character costs a byte of each row, and all rows of a day are read. */
  private static final int STAMP = 16;

  private final PlannedLoads loads;
  private final Merchants merchants;

  @Inject
  public CountingLoads(PlannedLoads loads, Merchants merchants) {
    this.loads = loads;
    this.merchants = merchants;
  }

  /** The order's row says that these are planned. */
  void planned(List<? extends Shipment> shipments) {
    shipments.stream()
        .flatMap(shipment -> load(shipment).stream())
        .filter(this::counts)
        .forEach(loads::record);
  }

  /** Other plans are about to take the place of these; those of the same day are written over. */
  void replaced(List<Shipment> before, List<Shipment.Planned> after) {
    List<Load> next = after.stream().flatMap(shipment -> load(shipment).stream()).toList();
    before.stream()
        .flatMap(shipment -> load(shipment).stream())
        .filter(old -> next.stream().noneMatch(each -> isOfTheSameRow(each, old)))
        .forEach(old -> {
          if (next.stream().anyMatch(each -> each.shipment().equals(old.shipment()))) {
            callOff(old);
          } else {
            callOffForGood(old);
          }
        });
  }

  /** These are about to be closed: they will not leave. */
  public void calledOff(List<Shipment> shipments) {
    shipments.stream().flatMap(shipment -> load(shipment).stream()).forEach(this::callOffForGood);
  }

  /**
   * The row may be of an earlier plan, where who made the last one died before its row: it gets its
   * plan first, for no other will come.
   */
  private void callOffForGood(Load load) {
    if (counts(load)) {
      loads.record(load);
      callOff(load);
    }
  }

  /** Nobody has to pack it any more. Only where work is counted this makes a difference. */
  public void done(Shipment shipment) {
    load(shipment)
        .filter(this::counts)
        .filter(load -> node(load.node()).map(it -> it.hours().parcelsPerHour()).isPresent())
        .ifPresent(load -> loads.record(load.in(State.DONE)));
  }

  private void callOff(Load load) {
    if (counts(load)) {
      loads.record(load.in(State.CALLED_OFF));
    }
  }

  private static boolean isOfTheSameRow(Load one, Load other) {
    return one.node().equals(other.node())
        && one.day().equals(other.day())
        && one.shipment().equals(other.shipment());
  }

  /** Whether any limit is about it. */
  private boolean counts(Load load) {
    Merchant merchant = merchants.current();
    Carrier carrier = merchant.carriers().get(load.carrier());
    boolean ofNode =
        node(load.node())
            .map(Node::hours)
            .filter(hours -> hours.parcelsPerDay() != null || hours.parcelsPerHour() != null)
            .isPresent();
    return ofNode
        || (carrier != null && carrier.limits().parcelsPerDay() != null)
        || merchant.carriers().values().stream()
            .anyMatch(each -> each.limits().sharePercent() != null);
  }

  private Optional<Node> node(NodeId id) {
    return Optional.ofNullable(merchants.current().nodes().get(id));
  }

  private static Optional<Load> load(Shipment shipment) {
    return switch (shipment) {
      case Shipment.Planned it -> load(it, it.parcels(), it.receipt());
      case Shipment.Labelled it -> load(it, plans(it.parcels()), it.receipt());
      case Shipment.Shipped it -> load(it, plans(it.parcels()), it.receipt());
      case Shipment.Delivered it -> load(it, plans(it.parcels()), it.receipt());
      case Shipment.Reserved it -> Optional.empty();
      case Shipment.Cancelled it -> Optional.empty();
    };
  }

  private static List<PlannedParcel> plans(List<Parcel> parcels) {
    return parcels.stream().map(Parcel::plan).toList();
  }

  /** All parcels of a shipment go the same way; a pickup has none. */
  private static Optional<Load> load(Shipment of, List<PlannedParcel> parcels, String receipt) {
    return parcels.stream()
        .findFirst()
        .map(first ->
            new Load(
                of.node(),
                first.shipDate(),
                of.id(),
                first.carrier(),
                parcels.size(),
                State.PLANNED,
                stamp(receipt)));
  }

  /** The begin of the receipt's hash: no two plans have the same receipt. */
  private static String stamp(String receipt) {
    String hash = receipt.substring(receipt.lastIndexOf('/') + 1);
    return hash.substring(0, Math.min(STAMP, hash.length()));
  }
}
