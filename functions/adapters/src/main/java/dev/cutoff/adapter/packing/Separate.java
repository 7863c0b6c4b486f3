package dev.cutoff.adapter.packing;

import dev.cutoff.merchant.Goods;
import dev.cutoff.plan.application.Packing.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Units that may lie in one parcel together.
 *
 * @param alone each of these units is a parcel of its own
 */
record Separate(List<Units> units, boolean alone) {

  /** What is fragile, what is not, and each shape that ships alone. */
  static List<Separate> of(List<Units> units) {
    List<Units> robust = new ArrayList<>();
    List<Units> fragile = new ArrayList<>();
    Map<Shape, List<Units>> alone = new TreeMap<>(Shape.LARGEST_FIRST);
    for (Units each : units) {
      Goods goods = each.item().goods();
      if (goods.alone()) {
        alone.computeIfAbsent(Shape.of(each.item()), shape -> new ArrayList<>()).add(each);
      } else {
        (goods.fragile() ? fragile : robust).add(each);
      }
    }
    List<Separate> all = new ArrayList<>();
    if (!robust.isEmpty()) {
      all.add(new Separate(robust, false));
    }
    if (!fragile.isEmpty()) {
      all.add(new Separate(fragile, false));
    }
    alone.values().forEach(each -> all.add(new Separate(each, true)));
    return all;
  }
}
