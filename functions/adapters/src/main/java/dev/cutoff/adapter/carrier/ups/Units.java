package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.merchant.Size;
import java.util.stream.IntStream;

/**
 * Weights and sizes in the units of the country a parcel leaves from: pounds and inches in the
 * United States, else kilograms and centimetres. Rounded up, never down: UPS measures again.
 */
enum Units {
  IMPERIAL("LBS", "Pounds", "IN", "Inches"),
  METRIC("KGS", "Kilograms", "CM", "Centimeters");

  /** Hundredths of a milligram in a pound. */
  private static final long POUND = 45_359_237;

  private final String weight;
  private final String weightName;
  private final String length;
  private final String lengthName;

  Units(String weight, String weightName, String length, String lengthName) {
    this.weight = weight;
    this.weightName = weightName;
    this.length = length;
    this.lengthName = lengthName;
  }

  static Units of(UpsPlace from) {
    return from.unitedStates() ? IMPERIAL : METRIC;
  }

  /** In tenths of a pound or kilogram, one at least: "12.4". */
  String weight(long grams) {
    long tenths =
        switch (this) {
          case IMPERIAL -> Math.ceilDiv(Math.multiplyExact(grams, 1_000_000), POUND);
          case METRIC -> Math.ceilDiv(grams, 100);
        };
    long most = Math.max(1, tenths);
    return most / 10 + "." + most % 10;
  }

  /** In whole inches or centimetres. */
  String length(int millimetres) {
    return Integer.toString(
        switch (this) {
          case IMPERIAL -> Math.ceilDiv(millimetres * 10, 254);
          case METRIC -> Math.ceilDiv(millimetres, 10);
        });
  }

  /** Weight and size of a package; no size where a side is unknown. */
  void write(ParcelSpec parcel, ObjectNode to) {
    weight(parcel.grams(), to.putObject("PackageWeight"));
    Size size = parcel.size();
    int[] sides =
        IntStream.of(size.lengthMm(), size.widthMm(), size.heightMm())
            .map(side -> -side)
            .sorted()
            .map(side -> -side)
            .toArray();
    if (sides[2] == 0) {
      return;
    }
    ObjectNode dimensions = to.putObject("Dimensions");
    dimensions.putObject("UnitOfMeasurement").put("Code", length).put("Description", lengthName);
    dimensions
        .put("Length", length(sides[0]))
        .put("Width", length(sides[1]))
        .put("Height", length(sides[2]));
  }

  void weight(long grams, ObjectNode to) {
    to.putObject("UnitOfMeasurement").put("Code", weight).put("Description", weightName);
    to.put("Weight", weight(grams));
  }
}
