package dev.cutoff.stock.application;

import dev.cutoff.availability.application.PushingAvailability;
import dev.cutoff.backorder.application.ServingBackorders;
import dev.cutoff.stock.Sku;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is done when the availability of SKUs changed. All of it looks at the stock as it is now, so
 * it may be done late, twice or for nothing.
 */
public final class FollowingStock {
  private final ServingBackorders serving;
  private final PushingAvailability pushing;

  @Inject
  public FollowingStock(ServingBackorders serving, PushingAvailability pushing) {
    this.serving = serving;
    this.pushing = pushing;
  }

  /**
   * Follows.
   *
   * @param until nothing is begun after that
   * @return those that are to be tried again
   */
  public Set<Sku> follow(Set<Sku> skus, Instant until) {
    // Who waits comes first: what they take is shown to nobody else.
    Set<Sku> again = new TreeSet<>();
    if (!serving.serve(skus).failed().isEmpty()) {
      again.addAll(skus);
    }
    again.addAll(pushing.push(skus, until));
    return again;
  }
}
