package dev.cutoff.plan;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Node;
import dev.cutoff.stock.NodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The last instant at which a node can still keep a promise. */
public final class LastSafe {
  /** Days before the promised one that are looked at: more than a parcel takes. */
  private static final int FARTHEST_DAYS = 30;

  private LastSafe() {}

  /**
   * What a carrier needs from a node to the recipient.
   *
   * @param transitDays of each of its services, as quoted
   */
  public record Lane(Node node, Carrier carrier, List<Integer> transitDays) {
    public Lane {
      transitDays = List.copyOf(transitDays);
    }
  }

  /**
   * The latest moment at which work may begin so that some service still arrives in time; a node
   * that has none left is missing.
   */
  public static SortedMap<NodeId, Instant> of(
      List<Lane> lanes, Holidays holidays, Workload workload, Instant now, LocalDate deliverBy) {
    SortedMap<NodeId, Instant> last = new TreeMap<>();
    for (Lane lane : lanes) {
      of(lane, holidays, workload, now, deliverBy)
          .ifPresent(instant ->
              last.merge(
                  lane.node().id(), instant, (one, other) -> one.isAfter(other) ? one : other));
    }
    return last;
  }

  private static Optional<Instant> of(
      Lane lane, Holidays holidays, Workload workload, Instant now, LocalDate deliverBy) {
    Optional<Integer> fastest = lane.transitDays().stream().min(Integer::compare);
    if (fastest.isEmpty()) {
      return Optional.empty();
    }
    LocalDate today = now.atZone(lane.node().zone()).toLocalDate();
    return Stream.iterate(deliverBy, day -> !day.isBefore(today), day -> day.minusDays(1))
        .limit(FARTHEST_DAYS)
        .filter(day ->
            !DeliveryDays.after(lane.carrier(), holidays, day, fastest.get()).isAfter(deliverBy))
        .flatMap(day -> ShipDays.on(lane.node(), lane.carrier(), holidays, workload, day).stream())
        .map(ShipDay::releaseBy)
        .filter(instant -> !instant.isBefore(now))
        .max(Comparator.naturalOrder());
  }
}
