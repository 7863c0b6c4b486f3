package dev.cutoff.local.bench.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What one buyer orders.
 *
 * @param lines units or kits by SKU
 * @param units of the flash goods in all lines together, those inside kits too
 */
record Basket(Map<String, Long> lines, long units) {
  Basket {
    lines = Map.copyOf(lines);
  }

  private static final Basket ONE = new Basket(Map.of(FlashGoods.SKU, 1L), 1);
  private static final Basket TWO = new Basket(Map.of(FlashGoods.SKU, 2L), 2);
  private static final Basket ONE_AND_A_MUG =
      new Basket(Map.of(FlashGoods.SKU, 1L, FlashGoods.OTHER, 2L), 1);
  private static final Basket PAIR = new Basket(Map.of(FlashGoods.PAIR, 1L), 2);
  private static final Basket ALL_KINDS =
      new Basket(Map.of(FlashGoods.SKU, 1L, FlashGoods.PAIR, 1L, FlashGoods.WITH_OTHER, 1L), 4);

  /**
   * The crowd, in the order of its arrival. Four in five want one unit, so that somebody always
   * wants the last one; the others want more, other goods too, or kits that share the component.
   */
  static List<Basket> crowd(int buyers, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    List<Basket> crowd = new ArrayList<>();
    for (int buyer = 0; buyer < buyers; buyer++) {
      int kind = random.nextInt(100);
      crowd.add(
          kind < 80
              ? ONE
              : kind < 86 ? TWO : kind < 92 ? ONE_AND_A_MUG : kind < 97 ? PAIR : ALL_KINDS);
    }
    return List.copyOf(crowd);
  }
}
