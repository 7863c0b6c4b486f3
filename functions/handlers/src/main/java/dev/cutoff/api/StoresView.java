package dev.cutoff.api;

import dev.cutoff.availability.Shown;
import dev.cutoff.availability.Shown.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What stores show of a SKU, as people see it: one entry a store and location. */
final class StoresView {
  private StoresView() {}

  static List<Map<String, Object>> of(List<Shown> rows) {
    List<Map<String, Object>> views = new ArrayList<>();
    for (Shown row : rows) {
      row.places()
          .forEach((location, place) -> {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("storeId", row.store().value());
            view.put("location", location);
            view.put("shown", place.ours());
            view.put("pushedAt", place.at().toString());
            view.put("inStore", place.inStore());
            view.put("differs", place.inStore() - place.ours());
            view.put("comparedAt", row.comparedAt().toString());
            Difference last = row.last();
            if (last != null) {
              view.put("lastDifference", difference(last));
            }
            views.add(view);
          });
    }
    return views;
  }

  private static Map<String, Object> difference(Difference last) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("units", last.units());
    view.put("at", last.at().toString());
    view.put("became", last.what().name().toLowerCase(Locale.ROOT));
    return view;
  }
}
