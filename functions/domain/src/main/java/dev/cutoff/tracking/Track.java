package dev.cutoff.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way of one parcel so far: a forward-only status, the flag in force, and all scans by time.
 *
 * @param flag null where nothing is wrong
 * @param scans by the time they happened; at most {@value #MOST_SCANS}
 */
public record Track(TrackingStatus status, @Nullable TrackingFlag flag, List<Scan> scans) {
  private static final int MOST_SCANS = 60;

  public Track {
    scans = List.copyOf(scans);
  }

  public static Track labelMade() {
    return new Track(TrackingStatus.LABEL_MADE, null, List.of());
  }

  public boolean knows(Scan scan) {
    return scans.stream().anyMatch(known -> known.id().equals(scan.id()));
  }

  /** Why the flag in force is up, and whose it is; empty where there is none. */
  public Optional<ScanReason> reason() {
    return flag == null || scans.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(scans.getLast().reason());
  }

  /** Of the delivery, the newest there is. */
  public Optional<DeliveryProof> proof() {
    return scans.reversed().stream()
        .filter(scan -> scan.status() == TrackingStatus.DELIVERED)
        .flatMap(scan -> Optional.ofNullable(scan.proof()).stream())
        .findFirst();
  }

  /** When it was last seen; empty where it never was. */
  public Optional<Instant> lastSeen() {
    return scans.isEmpty() ? Optional.empty() : Optional.of(scans.getLast().occurredAt());
  }

  /**
   * What the carrier said last of a delivered parcel that is on its way all the same; empty where
   * the delivery stands. The status is not moved back by it: a person has to look.
   */
  public Optional<Scan> takenBack() {
    if (status != TrackingStatus.DELIVERED) {
      return Optional.empty();
    }
    Optional<Instant> delivered =
        scans.reversed().stream()
            .filter(scan -> scan.status() == TrackingStatus.DELIVERED)
            .map(Scan::occurredAt)
            .findFirst();
    return scans.reversed().stream()
        .filter(scan -> delivered.filter(scan.occurredAt()::isAfter).isPresent())
        .filter(Track::isOnItsWay)
        .findFirst();
  }

  private static boolean isOnItsWay(Scan scan) {
    TrackingStatus moved = scan.status();
    TrackingFlag flagged = scan.flag();
    boolean moves =
        moved != null
            && switch (moved) {
              case ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY -> true;
              case LABEL_MADE, DELIVERED, RETURNED -> false;
            };
    return moves
        || (flagged != null
            && switch (flagged) {
              case DELIVERY_ATTEMPTED, HELD_AT_CUSTOMS, LOST, DELAYED -> true;
              case AT_PICKUP_POINT, DAMAGED -> false;
            });
  }

  /**
   * Takes a scan in, whenever it arrives: a late one goes into the history and moves nothing back;
   * a flag holds until a scan that happened later.
   */
  public Track with(Scan scan) {
    if (knows(scan)) {
      return this;
    }
    List<Scan> history = new ArrayList<>(scans);
    history.add(scan);
    history.sort(Comparator.comparing(Scan::occurredAt).thenComparing(Scan::id));
    TrackingStatus furthest = status;
    for (Scan each : history) {
      TrackingStatus reached = each.status();
      if (reached != null && reached.after(furthest)) {
        furthest = reached;
      }
    }
    TrackingFlag inForce = history.getLast().flag();
    if (history.size() > MOST_SCANS) {
      history.removeFirst();
    }
    return new Track(furthest, inForce, history);
  }
}
