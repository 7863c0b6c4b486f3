package dev.cutoff.availability;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What follows from comparing a store's figures with ours; {@code sets} is to be set where. */
public sealed interface Verdict {
  SortedMap<String, Long> sets();

  /** Every difference is a movement of ours, or of the store's that ours explains. */
  record Explained(SortedMap<String, Long> sets) implements Verdict {
    public Explained {
      sets = Collections.unmodifiableSortedMap(new TreeMap<>(sets));
    }
  }

  /**
   * The store moved, and we do not know why yet: what is set is our own movements alone.
   *
   * @param open null where a movement of ours left nothing of it
   * @param overwritten units that the store had added and that were lowered with ours
   */
  record InFlight(SortedMap<String, Long> sets, @Nullable Unexplained open, long overwritten)
      implements Verdict {
    public InFlight {
      sets = Collections.unmodifiableSortedMap(new TreeMap<>(sets));
    }
  }

  /**
   * Nothing came that would explain it.
   *
   * @param sets the figures that are ours
   * @param units by which the store differs, above zero where it has more
   */
  record Differs(SortedMap<String, Long> sets, long units) implements Verdict {
    public Differs {
      sets = Collections.unmodifiableSortedMap(new TreeMap<>(sets));
    }
  }
}
