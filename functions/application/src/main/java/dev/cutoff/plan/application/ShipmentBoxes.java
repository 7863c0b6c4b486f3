package dev.cutoff.plan.application;

import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.Sku;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Packs the lines of a shipment; kits by component. */
public final class ShipmentBoxes {
  private final Merchants merchants;
  private final Packing packing;

  @Inject
  public ShipmentBoxes(Merchants merchants, Packing packing) {
    this.merchants = merchants;
    this.packing = packing;
  }

  Packing.Outcome pack(Order order, Shipment shipment) {
    Merchant merchant = merchants.current();
    List<Packing.Units> units = new ArrayList<>();
    for (ShipmentLine part : shipment.lines()) {
      OrderLine line =
          order.document().lines().stream()
              .filter(each -> each.lineId().equals(part.lineId()))
              .findFirst()
              .orElseThrow();
      units.addAll(units(line, part.quantity(), merchant));
    }
    return packing.pack(units, merchant.boxes());
  }

  private static List<Packing.Units> units(OrderLine line, long sets, Merchant merchant) {
    Sku sku = new Sku(line.sku());
    Optional<Kit> kit = merchant.kit(sku);
    if (kit.isEmpty()) {
      return List.of(new Packing.Units(line.lineId(), item(sku, line, merchant), sets, sets));
    }
    List<Packing.Units> units = new ArrayList<>();
    for (Map.Entry<Sku, Long> part : kit.get().components().entrySet()) {
      // The first component stands for the kit, so that a box's lines count kits, not parts.
      units.add(
          new Packing.Units(
              line.lineId(),
              item(part.getKey(), line, merchant),
              part.getValue() * sets,
              units.isEmpty() ? sets : 0));
    }
    return units;
  }

  /** Where nobody here weighed it, the store's own weight serves. */
  private static Item item(Sku sku, OrderLine line, Merchant merchant) {
    Item item = merchant.item(sku).orElseThrow();
    Long grams = item.weightGrams();
    return grams == null || grams <= 0 ? item.weighing(line.grams()) : item;
  }
}
