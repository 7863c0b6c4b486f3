package dev.cutoff.acceptance;

import java.time.Duration;
import java.util.Map;

/** The chain in this JVM, on the virtual clock. */
final class EmbeddedChainTest extends TheChain {
  @Override
  Duration patience() {
    return Duration.ofMinutes(30);
  }

  @Override
  Shop open() {
    return RunningShop.open(Shops.folder(), false, Map.of());
  }
}
