package dev.cutoff.testkit;

import dev.cutoff.postage.PostageBalance;
import dev.cutoff.postage.application.PostageBalances;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What accounts said of their balance, in memory. */
public final class InMemoryBalances implements PostageBalances {
  private final Map<String, PostageBalance> byAccount = new TreeMap<>();

  @Override
  public synchronized List<PostageBalance> all() {
    return List.copyOf(byAccount.values());
  }

  @Override
  public synchronized void save(PostageBalance balance) {
    byAccount.put(balance.account(), balance);
  }
}
