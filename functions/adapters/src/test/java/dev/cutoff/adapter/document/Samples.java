package dev.cutoff.adapter.document;

import dev.cutoff.document.application.LabelContent;
import dev.cutoff.document.application.SlipComponent;
import dev.cutoff.document.application.SlipContent;
import dev.cutoff.document.application.SlipLine;
import dev.cutoff.document.application.SlipParcel;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Labels and slips of a plainly fictitious shop. */
final class Samples {

  static final String TRACKING = "1Z999AA10123456784";
  static final List<String> FROM =
      List.of("Acme Outfitters", "Dock 4, 1200 Commerce Way", "Columbus OH 43215", "UNITED STATES");
  static final List<String> TO =
      List.of(
          "Sam Example",
          "Example Studio LLC",
          "742 Sample Avenue, Apt 12B",
          "Portland OR 97205",
          "UNITED STATES");

  private Samples() {}

  static LabelContent label(boolean test) {
    return label(TRACKING, TO, test);
  }

  static LabelContent label(String tracking, List<String> to, boolean test) {
    return new LabelContent(
        "Swift Parcel",
        "Ground",
        tracking,
        FROM,
        to,
        "97205",
        "US",
        LocalDate.of(2026, 11, 23),
        1250,
        1,
        2,
        "DTC-90412",
        "SHP-6633",
        "PDX 7-04",
        "8",
        "S",
        List.of("SIGNATURE REQUIRED"),
        test);
  }

  static SlipContent slip(List<SlipLine> lines, @Nullable String note, @Nullable String gift) {
    return new SlipContent(
        "Acme Outfitters",
        "DTC-90412",
        "#90412",
        "SHP-6633",
        "EAST",
        TO,
        LocalDate.of(2026, 11, 22),
        lines,
        List.of(new SlipParcel("S", "Swift Parcel", "Ground", TRACKING, 1250)),
        note,
        gift,
        null);
  }

  static SlipLine line(String sku, String name, int quantity) {
    return new SlipLine(
        sku, name, "4006381333931", quantity, quantity, List.of(), List.of(), 2400L);
  }

  static List<SlipLine> lines(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> line("SKU-%04d".formatted(i), "Item number " + i, 1 + i % 3))
        .toList();
  }

  static SlipLine kit() {
    return new SlipLine(
        "KIT-CAMP",
        "Camp kitchen kit",
        null,
        1,
        3,
        List.of("Engraving: S.E.", "Colour: forest"),
        List.of(
            new SlipComponent("POT-1L", "Pot, one litre", "4006381333948", 1),
            new SlipComponent("SPOON-TI", "Titanium spoon", null, 2)),
        8900L);
  }
}
