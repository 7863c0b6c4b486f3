package dev.cutoff.stock.application;

import dev.cutoff.backorder.application.ServingBackorders;
import dev.cutoff.stock.Sku;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * What is done when the availability of SKUs changed. All of it looks at the stock as it is now, so
 * it may be done late, twice or for nothing.
 */
public final class FollowingStock {
  private final ServingBackorders serving;

  @Inject
  public FollowingStock(ServingBackorders serving) {
    this.serving = serving;
  }

  /**
   * Follows.
   *
   * @return those that are to be tried again
   */
  public Set<Sku> follow(Set<Sku> skus) {
    return serving.serve(skus).failed().isEmpty() ? Set.of() : skus;
  }
}
