package dev.cutoff.testkit;

import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.ItemStock;
import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.stock.Sku;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the example shop sells. */
public final class Goods {
  public static final Item TEE = item("TEE-BLK-M", 180L, new Size(300, 200, 20));
  public static final Item MUG = item("MUG-WHT", 350L, new Size(120, 100, 100));
  public static final Item SOCKS = item("SOCKS-GRY", 60L, new Size(150, 90, 30));

  /** Fits no box. */
  public static final Item KAYAK = item("KAYAK", 21_000L, new Size(3_100, 700, 400));

  /** Nobody weighed it. */
  public static final Item UNWEIGHED = item("UNWEIGHED", null, new Size(100, 100, 100));

  public static final Item GIFT_CARD =
      new Item(
          new Sku("GIFT-CARD"),
          "Gift card",
          null,
          new Size(0, 0, 0),
          "",
          Money.of(5_000, "USD"),
          null,
          null,
          "",
          false,
          ItemStock.PLAIN);

  /** A mug and two pairs of socks. */
  public static final Kit GIFT_SET =
      new Kit(
          new Sku("GIFT-SET"), "Gift set", new TreeMap<>(Map.of(MUG.sku(), 1L, SOCKS.sku(), 2L)));

  static final List<Item> ITEMS = List.of(TEE, MUG, SOCKS, KAYAK, UNWEIGHED, GIFT_CARD);

  private Goods() {}

  /** A physical item with everything customs ask for. */
  public static Item item(String sku, @Nullable Long grams, Size size) {
    return new Item(
        new Sku(sku),
        "The " + sku,
        grams,
        size,
        "4006381333931",
        Money.of(1_200, "USD"),
        "610910",
        "PT",
        "goods",
        true,
        ItemStock.PLAIN);
  }
}
