package dev.cutoff.adapter.packing;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Goods;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.ItemStock;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.plan.application.Packing.Outcome;
import dev.cutoff.plan.application.Packing.Outcome.Packed;
import dev.cutoff.plan.application.Packing.Units;
import dev.cutoff.stock.Sku;
import java.util.Set;

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
}
