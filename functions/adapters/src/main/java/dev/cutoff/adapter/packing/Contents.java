package dev.cutoff.adapter.packing;

import dev.cutoff.plan.application.Packing.Parcel;
import dev.cutoff.plan.application.Packing.Units;
import dev.cutoff.shipment.ShipmentLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The units by shape, and which line each unit of a shape is handed to. */
final class Contents {
  private final List<Shape> shapes;
  private final List<List<Share>> shares;

  /** Units of one line that have the shape. */
  private static final class Share {
    private final Units units;
    private long taken;

    private Share(Units units) {
      this.units = units;
    }

    private long left() {
      return units.quantity() - taken;
    }

    /** Takes some, and says how many units of the order's line are complete with them. */
    private long take(long count) {
      long before = taken * units.sets() / units.quantity();
      taken += count;
      return taken * units.sets() / units.quantity() - before;
    }
  }

  private final List<String> lineIds;

  private Contents(Map<Shape, List<Share>> byShape, List<String> lineIds) {
    this.lineIds = lineIds;
    this.shapes = List.copyOf(byShape.keySet());
    this.shares = List.copyOf(byShape.values());
  }

  static Contents of(List<Units> units) {
    Map<Shape, List<Share>> byShape = new TreeMap<>(Shape.LARGEST_FIRST);
    for (Units each : units) {
      byShape
          .computeIfAbsent(Shape.of(each.item()), shape -> new ArrayList<>())
          .add(new Share(each));
    }
    return new Contents(byShape, units.stream().map(Units::lineId).distinct().toList());
  }

  List<Shape> shapes() {
    return shapes;
  }

  long[] counts() {
    return shares.stream()
        .mapToLong(equal -> equal.stream().mapToLong(Share::left).sum())
        .toArray();
  }

  /** Hands the units of a load to lines, in the order in which they were asked for. */
  Parcel parcel(Load load) {
    Map<String, Long> lines = new HashMap<>();
    long grams = load.box().tareGrams();
    for (int i = 0; i < shapes.size(); i++) {
      long open = load.counts()[i];
      grams += open * shapes.get(i).grams();
      for (Share share : shares.get(i)) {
        long count = Math.min(open, share.left());
        open -= count;
        lines.merge(share.units.lineId(), share.take(count), Long::sum);
      }
    }
    return new Parcel(
        load.box(),
        lineIds.stream()
            .map(lineId -> new ShipmentLine(lineId, lines.getOrDefault(lineId, 0L)))
            .filter(line -> line.quantity() > 0)
            .toList(),
        grams);
  }
}
