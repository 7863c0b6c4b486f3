package dev.cutoff.local.demo;

import java.util.Map;

/** What the demo's customers buy, as the stores list it: name and price in cents. */
record Products(String sku, String title, long cents, int grams, boolean ships) {
  private static final Map<String, Products> ALL =
      Map.ofEntries(
          of("TEE-BLK-M", "Black tee, M", 2400, 240),
          of("MUG-01", "Mug", 1250, 380),
          of("KIT-TEA", "Tea for two", 6400, 1790),
          of("MAPLE-SYRUP", "Maple syrup", 1800, 720),
          of("SURF-WAX", "Surf wax", 900, 340),
          of("LAMP-ONE", "The last lamp", 8900, 2100),
          of("THROW-WOOL", "Wool throw", 9500, 1400),
          of("POSTER-XL", "Poster, extra large", 2900, 0),
          of("BOARD-FOAM", "Foam board", 15900, 5200),
          of("CALENDAR-27", "Calendar 2027", 1900, 260),
          of("SAMPLER-BOX", "Sampler box", 3500, 480),
          of("FLASH-01", "The thing of the day", 2400, 300),
          of("KIT-FLASH-PAIR", "Two things of the day", 4500, 600),
          of("KIT-FLASH-MUG", "The thing of the day and a mug", 3500, 680),
          of("NO-SUCH-SKU", "Something new", 1000, 100),
          Map.entry("GIFT-50", new Products("GIFT-50", "Gift card", 5000, 0, false)));

  static Products of(String sku) {
    Products product = ALL.get(sku);
    if (product == null) {
      throw new IllegalArgumentException("the demo's stores don't sell " + sku);
    }
    return product;
  }

  private static Map.Entry<String, Products> of(String sku, String title, long cents, int grams) {
    return Map.entry(sku, new Products(sku, title, cents, grams, true));
  }
}
