package dev.cutoff.local.limits;

import java.time.Duration;

/**
 * The write units of one partition: a bucket that fills by the second and keeps what is not used
 * for a while. A write is let in while anything is left, and what it costs is known afterwards, so
 * the bucket may owe some.
 */
final class Partition {
  private final double perNano;
  private final double most;
  private double units;
  private long at;

  Partition(Limits limits) {
    this.perNano = limits.unitsPerSecond() / Duration.ofSeconds(1).toNanos();
    this.most = limits.unitsPerSecond() * limits.saved().toSeconds();
    // Empty would refuse the very first write, which no partition does: a second's worth is there.
    this.units = limits.full() ? most : limits.unitsPerSecond();
  }

  boolean open(long now) {
    units = Math.min(most, units + (now - at) * perNano);
    at = now;
    return units > 0;
  }

  void spend(long price) {
    units -= price;
  }
}
