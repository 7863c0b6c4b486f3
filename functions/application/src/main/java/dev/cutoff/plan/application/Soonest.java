package dev.cutoff.plan.application;

import dev.cutoff.stock.Sku;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Before which day no plan can be sure, whatever it costs: no such day has to be tried. */
final class Soonest {
  private Soonest() {}

  /**
   * The day by which the surest service from a node that has it brings the last of the parts; empty
   * where no node has one of them, or nothing goes from there.
   */
  static Optional<LocalDate> of(List<Part> parts, List<Origin> origins) {
    LocalDate soonest = LocalDate.MIN;
    for (Part part : parts) {
      Map<Sku, Long> wanted = new HashMap<>();
      part.addTo(wanted);
      Optional<LocalDate> first =
          origins.stream()
              .filter(origin -> has(origin, wanted))
              .flatMap(origin -> origin.offers().stream())
              .map(Offer::sureBy)
              .min(Comparator.naturalOrder());
      if (first.isEmpty()) {
        return first;
      }
      soonest = first.get().isAfter(soonest) ? first.get() : soonest;
    }
    return Optional.of(soonest);
  }

  private static boolean has(Origin origin, Map<Sku, Long> wanted) {
    return wanted.entrySet().stream()
        .allMatch(each -> origin.free().getOrDefault(each.getKey(), 0L) >= each.getValue());
  }
}
