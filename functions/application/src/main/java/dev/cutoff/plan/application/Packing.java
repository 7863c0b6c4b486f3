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
   * Every packing worth pricing, as postage decides among them: each single box that holds all,
   * save one to which another is preferred under any tariff, and the best found of several parcels;
   * empty where something fits no box. The parcels of each are heaviest first.
   */
  List<List<Parcel>> alternatives(List<Units> units, List<Box> boxes);

  /**
   * Those of {@link #alternatives} in one parcel, in the same order, and before all others there.
   * None where they are not found by themselves.
   */
  default List<List<Parcel>> inOne(List<Units> units, List<Box> boxes) {
    return List.of();
  }

  /** The same for one plan: it remembers what it tried. */
  default Packing remembering() {
    return this;
  }

  /**
   * What is to be packed.
   *
   * @param sets units of the order's line that all these stand for together, as in {@link
   *     dev.cutoff.stock.Reservation#sets()}: the quantity for a plain item; of a kit's components
   *     only the first carries the count, the others 0
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
