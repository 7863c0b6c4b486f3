package dev.cutoff.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells a store's own movements from ours. Stores act by themselves: they take an order's units at
 * once and put them back when they cancel it, both before we hear of it. So what is set is never
 * just our figure: units that the store has sold and we have not heard of are left out of it, and
 * what the store put back by itself is not put back again. The store's locations are summed,
 * because the store takes an order's units at one of them and we may take them at another.
 */
public final class Comparison {
  /**
   * How long an order may be under way from the store until its units are reserved here; what is
   * not explained by then is a difference.
   */
  public static final Duration SETTLING = Duration.ofMinutes(5);

  private Comparison() {}

  /**
   * Decides.
   *
   * @param figures of one SKU at all locations of a store
   * @param open what was not explained at the last comparison
   */
  public static Verdict decide(List<Figure> figures, @Nullable Unexplained open, Instant now) {
    long ours = figures.stream().mapToLong(Figure::oursSince).sum();
    long theirs = figures.stream().mapToLong(Figure::theirsSince).sum();
    long rest = theirs - explained(ours, theirs);
    if (rest == 0) {
      return new Verdict.Explained(oursWhereDifferent(figures));
    }
    boolean known = open != null && Long.signum(open.units()) == Long.signum(rest);
    Unexplained still = known && open != null ? open.still(rest) : new Unexplained(rest, now);
    if (!still.since().plus(SETTLING).isAfter(now)) {
      return new Verdict.Differs(oursWhereDifferent(figures), still.units());
    }
    if (rest < 0) {
      return new Verdict.InFlight(different(figures, lessSold(figures, -rest)), still, 0);
    }
    // Units the store has put back are left to it, unless ours fell: then less is shown at once.
    return ours < 0
        ? new Verdict.InFlight(oursWhereDifferent(figures), null, rest)
        : new Verdict.InFlight(new TreeMap<>(), still, 0);
  }

  /** An order of the store's moves both figures the same way, whoever is first. */
  private static long explained(long ours, long theirs) {
    return Long.signum(ours) == Long.signum(theirs)
        ? Long.signum(ours) * Math.min(Math.abs(ours), Math.abs(theirs))
        : 0;
  }

  private static SortedMap<String, Long> oursWhereDifferent(List<Figure> figures) {
    return different(figures, figures.stream().map(Figure::ours).toList());
  }

  /** Ours, less what the store has sold and we have not heard of, where it is missing there. */
  private static List<Long> lessSold(List<Figure> figures, long sold) {
    List<Long> targets = new ArrayList<>();
    long left = sold;
    for (Figure each : figures) {
      long missing = each.before() == null ? 0 : each.ours() - Math.max(0, each.inStore());
      long cut = Math.clamp(missing, 0, left);
      left -= cut;
      targets.add(each.ours() - cut);
    }
    return targets;
  }

  private static SortedMap<String, Long> different(List<Figure> figures, List<Long> targets) {
    SortedMap<String, Long> sets = new TreeMap<>();
    for (int i = 0; i < figures.size(); i++) {
      if (targets.get(i) != figures.get(i).inStore()) {
        sets.put(figures.get(i).location(), targets.get(i));
      }
    }
    return sets;
  }
}
