package dev.cutoff.merchant;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the shop uses a carrier, and where not.
 *
 * @param holidays calendar on whose public holidays it neither collects nor delivers, as jollyday
 *     names it; null where none
 * @param idle other days on which it neither collects nor delivers
 * @param notTo destinations it is not used for: countries ("CA") or regions ("US-AK")
 * @param onlyTo where not empty: the only ones it is used for
 * @param leastGrams lightest parcel it is used for
 * @param mostGrams heaviest; null where its services alone decide
 * @param notTags SKU tags that keep an order from it
 * @param onlyTags where not empty: only orders whose every SKU has one of these go with it
 * @param sharePercent most parcels of a node's day that may go with it; null where all may
 * @param parcelsPerDay most parcels of a day over all nodes; null where nobody counts
 */
public record CarrierLimits(
    @Nullable String holidays,
    Set<LocalDate> idle,
    Set<String> notTo,
    Set<String> onlyTo,
    long leastGrams,
    @Nullable Long mostGrams,
    Set<String> notTags,
    Set<String> onlyTags,
    @Nullable Integer sharePercent,
    @Nullable Integer parcelsPerDay) {
  public static final CarrierLimits NONE =
      new CarrierLimits(
          null, Set.of(), Set.of(), Set.of(), 0, null, Set.of(), Set.of(), null, null);

  public CarrierLimits {
    idle = java.util.Collections.unmodifiableSet(new TreeSet<>(idle));
    notTo = java.util.Collections.unmodifiableSet(new TreeSet<>(notTo));
    onlyTo = java.util.Collections.unmodifiableSet(new TreeSet<>(onlyTo));
    notTags = java.util.Collections.unmodifiableSet(new TreeSet<>(notTags));
    onlyTags = java.util.Collections.unmodifiableSet(new TreeSet<>(onlyTags));
  }
}
