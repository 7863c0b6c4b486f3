package dev.cutoff.dock;

import dev.cutoff.shipment.ShipmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What leaves a node with a carrier on a day. Its row is there, with all that is on it, before the
 * carrier is told; from then on it only goes forward.
 *
 * @param version of the row, 1 at first
 * @param cutoff of that day
 * @param entries parcels that are on it
 * @param missed shipments that were planned for it and are not on it
 * @param carriersId the carrier's own; null before it is closed, and where the carrier wants none
 * @param document object key of what the driver signs; null before it is closed
 * @param pickup the carrier's confirmation; null where none was booked
 * @param closedAt null before
 * @param firstScanAt when the first scan of any of its parcels was seen; null before
 */
public record Manifest(
    ManifestId id,
    int version,
    State state,
    Instant cutoff,
    List<Entry> entries,
    List<Missed> missed,
    @Nullable String carriersId,
    @Nullable String document,
    @Nullable String pickup,
    String by,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable Instant firstScanAt) {
  public Manifest {
    entries = List.copyOf(entries);
    missed = List.copyOf(missed);
  }

  /** How far it is. */
  public enum State {
    /** Nothing comes onto it any more, and the carrier may not know yet. */
    OPEN,
    /** The carrier knows, and the paper is there. */
    CLOSED,
    /** What is on it is handed over, and what is not is named. */
    DONE
  }

  /** A parcel on it. */
  public record Entry(
      ShipmentId shipmentId, String parcelId, String labelId, String trackingNumber, long grams) {}

  /** A shipment that is not on it: "not packed", "left out by the carrier". */
  public record Missed(ShipmentId shipmentId, String why) {}

  public static Manifest opened(
      ManifestId id,
      Instant cutoff,
      List<Entry> entries,
      List<Missed> missed,
      String by,
      Instant now) {
    return new Manifest(
        id, 1, State.OPEN, cutoff, entries, missed, null, null, null, by, now, null, null);
  }

  /** The carrier took these, and left those out. */
  public Manifest closed(
      @Nullable String carriers,
      String paper,
      List<Entry> taken,
      List<Missed> notOnIt,
      Instant now) {
    return new Manifest(
        id,
        version + 1,
        State.CLOSED,
        cutoff,
        taken,
        notOnIt,
        carriers,
        paper,
        pickup,
        by,
        openedAt,
        now,
        firstScanAt);
  }

  /** Handed over, named, and a courier is on the way where one was to be booked. */
  public Manifest done(@Nullable String confirmation, List<Missed> named) {
    return new Manifest(
        id,
        version + 1,
        State.DONE,
        cutoff,
        entries,
        named,
        carriersId,
        document,
        confirmation,
        by,
        openedAt,
        closedAt,
        firstScanAt);
  }

  public Manifest scanned(Instant first) {
    return new Manifest(
        id,
        version + 1,
        state,
        cutoff,
        entries,
        missed,
        carriersId,
        document,
        pickup,
        by,
        openedAt,
        closedAt,
        first);
  }

  public boolean holds(String labelId) {
    return entries.stream().anyMatch(each -> each.labelId().equals(labelId));
  }

  public List<ShipmentId> shipments() {
    return entries.stream().map(Entry::shipmentId).distinct().toList();
  }

  public long grams() {
    return entries.stream().mapToLong(Entry::grams).sum();
  }
}
