package dev.cutoff.local.bench.flash;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The goods of the sale, for the example's merchant file. */
final class FlashGoods {
  static final String SKU = "FLASH-01";

  /** A kit of two of them. */
  static final String PAIR = "KIT-FLASH-PAIR";

  /** A kit of one of them and {@link #OTHER}. */
  static final String WITH_OTHER = "KIT-FLASH-MUG";

  /** Of this there is plenty. */
  static final String OTHER = "MUG-01";

  static final List<String> ALL = List.of(SKU, OTHER);

  private static final String NODE = "EAST";
  static final long PLENTY = 1_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private FlashGoods() {}

  /** The example's file with the goods in it, all at one node: one row that everybody wants. */
  static byte[] addedTo(byte[] merchantFile, long units) {
    try {
      ObjectNode file = (ObjectNode) JSON.readTree(merchantFile);
      file.withArray("items")
          .addObject()
          .put("sku", SKU)
          .put("name", "The thing of the day")
          .put("weightGrams", 300)
          .put("value", "24.00")
          .put("hsCode", "691200")
          .put("originCountry", "CN")
          .put("customsDescription", "Ceramic figure")
          .putArray("sizeMm")
          .add(100)
          .add(80)
          .add(80);
      kit(file, PAIR, "Two things of the day").put(SKU, 2);
      kit(file, WITH_OTHER, "The thing of the day and a mug").put(SKU, 1).put(OTHER, 1);
      ObjectNode opening = file.putObject("openingStock");
      opening.putObject(SKU).put(NODE, units);
      opening.putObject(OTHER).put(NODE, PLENTY);
      return JSON.writeValueAsBytes(file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ObjectNode kit(ObjectNode file, String sku, String name) {
    return file.withArray("kits")
        .addObject()
        .put("sku", sku)
        .put("name", name)
        .putObject("components");
  }
}
