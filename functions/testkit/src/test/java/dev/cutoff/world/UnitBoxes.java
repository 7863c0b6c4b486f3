package dev.cutoff.world;

import dev.cutoff.merchant.Box;
import dev.cutoff.plan.application.Packing;
import dev.cutoff.shipment.ShipmentLine;
import java.util.ArrayList;
import java.util.List;

/** Everything into one box of the smallest kind, or two sets a box; a kayak fits none. */
final class UnitBoxes implements Packing {
  private static final long SETS_A_BOX = 4;

  @Override
  public List<List<Parcel>> alternatives(List<Units> units, List<Box> boxes) {
    return switch (pack(units, boxes)) {
      case Outcome.Packed packed -> List.of(packed.parcels());
      case Outcome.FitsNone none -> List.of();
    };
  }

  @Override
  public Outcome pack(List<Units> units, List<Box> boxes) {
    List<Parcel> parcels = new ArrayList<>();
    List<ShipmentLine> open = new ArrayList<>();
    long inBox = 0;
    for (Units each : units) {
      if (each.item().size().longestMm() > 1_000) {
        return new Outcome.FitsNone(each.item().sku());
      }
      for (long left = each.sets(); left > 0; ) {
        long take = Math.min(left, SETS_A_BOX - inBox);
        open.add(new ShipmentLine(each.lineId(), take));
        left -= take;
        inBox += take;
        if (inBox == SETS_A_BOX) {
          parcels.add(new Parcel(boxes.getFirst(), open, 500));
          open = new ArrayList<>();
          inBox = 0;
        }
      }
    }
    if (!open.isEmpty()) {
      parcels.add(new Parcel(boxes.getFirst(), open, 500));
    }
    return new Outcome.Packed(parcels);
  }
}
