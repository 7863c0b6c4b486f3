package dev.cutoff.testkit;

import dev.cutoff.plan.TransitCount;
import dev.cutoff.plan.application.TransitCounts;
import dev.cutoff.shipment.ShipmentId;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Transit counts in memory: every delivery that was counted; it tells how often it is read. */
public final class InMemoryTransitCounts implements TransitCounts {
  private final Map<ShipmentId, Delivery> counted = new LinkedHashMap<>();
  private int reads;

  @Override
  public synchronized void count(Delivery delivery) {
    counted.putIfAbsent(delivery.shipment(), delivery);
  }

  @Override
  public synchronized List<TransitCount> of(String carrier, LocalDate since) {
    reads++;
    Map<TransitCount.Lane, SortedMap<Integer, Long>> sums = new LinkedHashMap<>();
    counted.values().stream()
        .filter(each -> each.carrier().equals(carrier))
        .filter(each -> quarter(each.handedOver()) >= quarter(since))
        .forEach(each ->
            sums.computeIfAbsent(each.lane(), lane -> new TreeMap<>())
                .merge(each.days(), 1L, Long::sum));
    List<TransitCount> all = new ArrayList<>();
    sums.forEach((lane, shipments) -> all.add(new TransitCount(lane, shipments)));
    return all;
  }

  private static int quarter(LocalDate day) {
    return day.getYear() * 4 + day.get(IsoFields.QUARTER_OF_YEAR);
  }

  /** In the order in which they were counted. */
  public synchronized List<Delivery> counted() {
    return List.copyOf(counted.values());
  }

  public synchronized int reads() {
    return reads;
  }
}
