package dev.cutoff.local.meter;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** How much was used, by function and by what it was used for; it never changes. */
public final class Usage {
  private final SortedMap<Entry, Double> amounts;

  private Usage(SortedMap<Entry, Double> amounts) {
    this.amounts = Collections.unmodifiableSortedMap(amounts);
  }

  /** What was used, by whom and what for. */
  record Entry(Use use, String function, String what) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byUse = use.compareTo(other.use);
      int byFunction = function.compareTo(other.function);
      return byUse != 0 ? byUse : byFunction != 0 ? byFunction : what.compareTo(other.what);
    }
  }

  static Usage of(SortedMap<Entry, Double> amounts) {
    return new Usage(new TreeMap<>(amounts));
  }

  /** What was used since the earlier moment. */
  public Usage since(Usage earlier) {
    SortedMap<Entry, Double> difference = new TreeMap<>(amounts);
    earlier.amounts.forEach((entry, amount) -> difference.merge(entry, -amount, Double::sum));
    difference.values().removeIf(amount -> amount == 0);
    return new Usage(difference);
  }

  /** A share of it, for means over many orders. */
  public Usage dividedBy(int parts) {
    SortedMap<Entry, Double> share = new TreeMap<>();
    amounts.forEach((entry, amount) -> share.put(entry, amount / parts));
    return new Usage(share);
  }

  /** That of some functions alone. */
  public Usage of(BiPredicate<Use, String> useAndFunction) {
    SortedMap<Entry, Double> some = new TreeMap<>(amounts);
    some.keySet().removeIf(entry -> !useAndFunction.test(entry.use(), entry.function()));
    return new Usage(some);
  }

  public double total(Use use) {
    return sum(use, "", "");
  }

  /** Of one function. */
  public double of(Use use, String function) {
    return sum(use, function, "");
  }

  /** For one purpose, whatever the function. */
  public double on(Use use, String what) {
    return sum(use, "", what);
  }

  /** By function, then by purpose. */
  public SortedMap<String, SortedMap<String, Double>> byFunction(Use use) {
    SortedMap<String, SortedMap<String, Double>> all = new TreeMap<>();
    amounts.forEach((entry, amount) -> {
      if (entry.use() == use) {
        all.computeIfAbsent(entry.function(), name -> new TreeMap<>())
            .merge(entry.what(), amount, Double::sum);
      }
    });
    return all;
  }

  private double sum(Use use, String function, String what) {
    return amounts.entrySet().stream()
        .filter(each -> each.getKey().use() == use)
        .filter(each -> function.isEmpty() || each.getKey().function().equals(function))
        .filter(each -> what.isEmpty() || each.getKey().what().equals(what))
        .mapToDouble(java.util.Map.Entry::getValue)
        .sum();
  }
}
