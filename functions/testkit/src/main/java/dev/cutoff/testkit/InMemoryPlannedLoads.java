package dev.cutoff.testkit;

import dev.cutoff.plan.application.PlannedLoads;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Planned loads in memory; it counts what a table would bill. */
public final class InMemoryPlannedLoads implements PlannedLoads {
  private final Map<Row, Load> rows = new ConcurrentSkipListMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();

  private record Row(NodeId node, LocalDate day, ShipmentId shipment) implements Comparable<Row> {
    private static final Comparator<Row> ORDER =
        Comparator.comparing((Row row) -> row.node().value())
            .thenComparing(Row::day)
            .thenComparing(Row::shipment);

    @Override
    public int compareTo(Row other) {
      return ORDER.compare(this, other);
    }
  }

  @Override
  public synchronized void record(Load load) {
    writes.incrementAndGet();
    Row key = new Row(load.node(), load.day(), load.shipment());
    Load known = rows.get(key);
    if (known == null || takesThePlaceOf(known, load)) {
      rows.put(key, load);
    }
  }

  private static boolean takesThePlaceOf(Load known, Load load) {
    boolean same = known.plan().equals(load.plan());
    return switch (load.state()) {
      case PLANNED -> !same;
      case DONE -> same && known.state() == State.PLANNED;
      case CALLED_OFF -> same;
    };
  }

  @Override
  public synchronized List<Load> from(NodeId node, LocalDate first) {
    reads.incrementAndGet();
    return all().stream()
        .filter(load -> load.node().equals(node) && !load.day().isBefore(first))
        .toList();
  }

  /** Those that were not called off, by node, day and shipment. */
  public synchronized List<Load> all() {
    return rows.values().stream().filter(load -> load.state() != State.CALLED_OFF).toList();
  }

  public int reads() {
    return reads.get();
  }

  public int writes() {
    return writes.get();
  }
}
