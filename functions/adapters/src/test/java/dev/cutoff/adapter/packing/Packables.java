package dev.cutoff.adapter.packing;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Goods;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.ItemStock;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.plan.application.Packing.Outcome;
import dev.cutoff.plan.application.Packing.Outcome.Packed;
import dev.cutoff.plan.application.Packing.Parcel;
import dev.cutoff.plan.application.Packing.Units;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.Sku;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Items and boxes for packing tests. */
final class Packables {
  private Packables() {}

  static Item item(String sku, long grams, int length, int width, int height) {
    return new Item(
        new Sku(sku),
        sku,
        grams,
        new Size(length, width, height),
        "",
        Money.of(1000, "USD"),
        null,
        null,
        sku,
        true,
        ItemStock.PLAIN);
  }

  static Item minded(Item item, boolean upright, boolean fragile, boolean alone) {
    return new Item(
        item.sku(),
        item.name(),
        item.weightGrams(),
        item.size(),
        item.barcode(),
        item.value(),
        item.hsCode(),
        item.originCountry(),
        item.customsDescription(),
        item.requiresShipping(),
        item.stock(),
        new Goods(
            Set.of(), upright, fragile, alone, null, null, false, false, false, false, Set.of()));
  }

  static Units units(String line, Item item, long quantity) {
    return new Units(line, item, quantity, quantity);
  }

  /** A box whose walls are 2 mm thick. */
  static Box box(String id, long costMinor, long maxGrams, int length, int width, int height) {
    return new Box(
        id,
        new Size(length, width, height),
        new Size(length + 4, width + 4, height + 4),
        100,
        maxGrams,
        Money.of(costMinor, "USD"));
  }

  static Packed packed(Outcome outcome) {
    return switch (outcome) {
      case Packed packed -> packed;
      case Outcome.FitsNone none -> throw new AssertionError("fits no box: " + none.sku());
    };
  }

  /** Units of the order's lines that lie in the parcels. */
  static Map<String, Long> lines(List<Parcel> parcels) {
    return parcels.stream()
        .flatMap(parcel -> parcel.lines().stream())
        .collect(
            Collectors.groupingBy(
                ShipmentLine::lineId,
                TreeMap::new,
                Collectors.summingLong(ShipmentLine::quantity)));
  }

  /** Units of the order's lines that were to be packed. */
  static Map<String, Long> sets(List<Units> order) {
    return order.stream()
        .collect(
            Collectors.groupingBy(
                Units::lineId, TreeMap::new, Collectors.summingLong(Units::sets)));
  }

  /** Weight without boxes. */
  static long grams(List<Units> order) {
    return order.stream()
        .map(each -> Shape.of(each.item()).grams() * each.quantity())
        .reduce(0L, Long::sum);
  }
}
