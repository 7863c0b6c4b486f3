package dev.cutoff.acceptance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Orders whose bytes are the same whenever they are asked for, placed as the tests began. */
final class SampleOrders {
  /** Shops that run by the true clock promise a day after it: one of the past can't be kept. */
  @SuppressWarnings("TimeInStaticInitializer") // The same bytes each time are meant.
  private static final Instant PLACED = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private SampleOrders() {}

  static String externalId(int number) {
    return AShopifyOrder.mug(number).externalId();
  }

  /** One mug to Boston, paid. */
  static byte[] mug(int number) {
    return AShopifyOrder.mug(number).at(PLACED);
  }
}
