package dev.cutoff.plan.application;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Item;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.Sku;
import java.util.List;

/** Which boxes hold the units. */
public interface Packing {
  Outcome pack(List<Units> units, List<Box> boxes);

  /**
   * What is to be packed.
   *
   * @param sets units of the order's line that one packed unit stands for: for a kit of three
   *     components only its first carries the count
   */
  record Units(String lineId, Item item, long quantity, long sets) {}

  /** The result. */
  sealed interface Outcome {
    /** Cheapest set of boxes found; heaviest first. */
    record Packed(List<Parcel> parcels) implements Outcome {
      public Packed {
        parcels = List.copyOf(parcels);
      }
    }

    /** This one fits no box of the merchant file, or is too heavy for all. */
    record FitsNone(Sku sku) implements Outcome {}
  }

  /**
   * One packed box.
   *
   * @param lines units of the order's lines
   * @param grams contents and box
   */
  record Parcel(Box box, List<ShipmentLine> lines, long grams) {
    public Parcel {
      lines = List.copyOf(lines);
    }
  }
}
