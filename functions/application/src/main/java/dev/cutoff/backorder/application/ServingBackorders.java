package dev.cutoff.backorder.application;

import dev.cutoff.backorder.Waiter;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Allocating;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Serves those who wait for some SKUs, who came first first: whoever can be served whole with what
 * is there; one who can't is passed over and keeps the place, so that nothing stays unsold that
 * somebody wants. The others are promised what is inbound, and told.
 */
public final class ServingBackorders {
  private final Backorders backorders;
  private final ServingWaiter serving;
  private final Promising promising;
  private final Allocating allocating;

  @Inject
  public ServingBackorders(
      Backorders backorders, ServingWaiter serving, Promising promising, Allocating allocating) {
    this.backorders = backorders;
    this.serving = serving;
    this.promising = promising;
    this.allocating = allocating;
  }

  /**
   * What came of it.
   *
   * @param served orders that got units
   * @param failed the orders and SKUs that could not be helped, and why; the others were
   */
  public record Served(int served, List<String> failed) {
    public Served {
      failed = List.copyOf(failed);
    }
  }

  public Served serve(Collection<Sku> skus) {
    Set<Sku> waitedFor = backorders.waitedFor(skus);
    if (waitedFor.isEmpty()) {
      return new Served(0, List.of());
    }
    TreeSet<Waiter> list = new TreeSet<>(Waiter.FIRST_COME);
    waitedFor.forEach(sku -> list.addAll(backorders.of(sku)));
    List<String> failed = new ArrayList<>();
    int served = 0;
    Map<Sku, Long> free = free(list);
    for (Waiter waiter : list) {
      if (mayBeServed(waiter, free)
          && alone(waiter.orderId().value(), () -> serving.serve(waiter), failed)) {
        served++;
        free = free(list);
      }
    }
    for (Sku sku : waitedFor) {
      alone(
          sku.value(),
          () -> {
            promising.promise(sku);
            return true;
          },
          failed);
    }
    return new Served(served, failed);
  }

  private interface Help {
    boolean helps();
  }

  /** One that can't be helped never takes the others down. */
  private static boolean alone(String name, Help help, List<String> failed) {
    try {
      return help.helps();
    } catch (RuntimeException notThisTime) {
      failed.add(name + ": " + notThisTime.getClass().getSimpleName());
      return false;
    }
  }

  /** Units that could be reserved today, of all that they wait for. */
  private Map<Sku, Long> free(Collection<Waiter> list) {
    Map<Sku, Long> free = new TreeMap<>();
    List<Demand> demands = new ArrayList<>();
    list.forEach(waiter -> waiter.lines().forEach(line -> demands.add(line.demand())));
    for (StockLevel level : allocating.levels(demands)) {
      free.merge(level.sku(), level.routable(allocating.safety()), Long::sum);
    }
    return free;
  }

  /** Spares a look at each order of a long list that nothing came for. */
  private boolean mayBeServed(Waiter waiter, Map<Sku, Long> free) {
    return waiter.lines().stream()
        .anyMatch(line ->
            line.demand().perUnit().keySet().stream()
                .allMatch(sku -> line.demand().units(sku) <= free.getOrDefault(sku, 0L)));
  }
}
