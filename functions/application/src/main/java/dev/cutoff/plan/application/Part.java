package dev.cutoff.plan.application;

import dev.cutoff.merchant.Item;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Sku;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one node sends together: a line of an order, units of one, or several lines.
 *
 * @param units what is packed for it
 * @param value after discounts, in minor units
 */
public record Part(List<Demand> demands, List<Packing.Units> units, long value) {
  public Part {
    demands = List.copyOf(demands);
    units = List.copyOf(units);
  }

  /** Two that are not parted. */
  Part with(Part other) {
    return new Part(
        Stream.concat(demands.stream(), other.demands.stream()).toList(),
        Stream.concat(units.stream(), other.units.stream()).toList(),
        Math.addExact(value, other.value));
  }

  /** Adds what it takes from the shelves, by SKU. */
  void addTo(Map<Sku, Long> wanted) {
    for (Demand demand : demands) {
      demand
          .perUnit()
          .forEach((sku, each) -> wanted.merge(sku, each * demand.quantity(), Long::sum));
    }
  }

  long grams() {
    return units.stream().mapToLong(each -> grams(each.item()) * each.quantity()).sum();
  }

  /** Whether some of it is handed to adults only. */
  boolean forAdults() {
    return units.stream().anyMatch(each -> each.item().goods().adultSignature());
  }

  long cubicMm() {
    return units.stream().mapToLong(each -> each.item().size().cubicMm() * each.quantity()).sum();
  }

  private static long grams(Item item) {
    Long grams = item.weightGrams();
    return grams == null ? 0 : grams;
  }
}
