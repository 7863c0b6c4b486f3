package dev.cutoff.stock.application;

import dev.cutoff.availability.application.PushingAvailability;
import dev.cutoff.stock.Sku;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;

/**
 * What is done when the availability of SKUs changed. All of it looks at the stock as it is now, so
 * it may be done late, twice or for nothing.
 */
public final class FollowingStock {
  private final PushingAvailability pushing;

  @Inject
  public FollowingStock(PushingAvailability pushing) {
    this.pushing = pushing;
  }

  /**
   * Follows.
   *
   * @param until nothing is begun after that
   * @return those that are to be tried again
   */
  public Set<Sku> follow(Set<Sku> skus, Instant until) {
    return pushing.push(skus, until);
  }
}
