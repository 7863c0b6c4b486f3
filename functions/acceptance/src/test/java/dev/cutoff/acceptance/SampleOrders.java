package dev.cutoff.acceptance;

import java.time.Instant;

/** Orders whose bytes are the same whenever they are asked for. */
final class SampleOrders {
  private SampleOrders() {}

  static String externalId(int number) {
    return AShopifyOrder.mug(number).externalId();
  }

  /** One mug to Boston, paid. */
  static byte[] mug(int number) {
    return AShopifyOrder.mug(number).at(Instant.parse("2026-11-23T08:00:00Z"));
  }
}
