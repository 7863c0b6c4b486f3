package dev.cutoff.testkit;

import dev.cutoff.money.Money;
import dev.cutoff.postage.PostageStop;
import dev.cutoff.postage.application.PostageStops;
import dev.cutoff.postage.application.SpentPostage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who may spend postage, in memory. */
public final class InMemoryPostage implements PostageStops, SpentPostage {
  private final Map<String, PostageStop> stops = new TreeMap<>();
  private final Map<String, Long> spent = new HashMap<>();

  @Override
  public synchronized List<PostageStop> all() {
    return List.copyOf(stops.values());
  }

  @Override
  public synchronized void stop(PostageStop stop) {
    stops.put(stop.scope() + "#" + stop.id(), stop);
  }

  @Override
  public synchronized void lift(PostageStop.Scope scope, String id) {
    stops.remove(scope + "#" + id);
  }

  @Override
  public synchronized boolean spend(String whose, Instant hour, Money amount, Money limit) {
    long after = spent.getOrDefault(whose + hour, 0L) + amount.amount();
    if (after > limit.amount() || !amount.currency().equals(limit.currency())) {
      return false;
    }
    spent.put(whose + hour, after);
    return true;
  }
}
