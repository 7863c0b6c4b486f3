package dev.cutoff.testkit;

import dev.cutoff.availability.Shown;
import dev.cutoff.availability.application.ShownStock;
import dev.cutoff.order.StoreId;
import dev.cutoff.stock.Sku;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What stores show, in memory. */
public final class InMemoryShownStock implements ShownStock {
  private final Map<Sku, SortedMap<String, Shown>> rows = new TreeMap<>();
  private final Map<String, Sku> names = new TreeMap<>();

  @Override
  public synchronized List<Shown> of(Sku sku) {
    return List.copyOf(rows.getOrDefault(sku, new TreeMap<>()).values());
  }

  @Override
  public synchronized boolean save(Shown shown) {
    SortedMap<String, Shown> ofSku = rows.computeIfAbsent(shown.sku(), sku -> new TreeMap<>());
    Shown before = ofSku.get(shown.store().value());
    if ((before == null ? 0 : before.version()) != shown.version() - 1) {
      return false;
    }
    ofSku.put(shown.store().value(), shown);
    return true;
  }

  @Override
  public synchronized void name(StoreId store, String item, Sku sku) {
    names.put(store + " " + item, sku);
  }

  @Override
  public synchronized Optional<Sku> skuOf(StoreId store, String item) {
    return Optional.ofNullable(names.get(store + " " + item));
  }
}
