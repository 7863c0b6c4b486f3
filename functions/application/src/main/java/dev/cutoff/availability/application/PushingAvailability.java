package dev.cutoff.availability.application;

import dev.cutoff.availability.Sellable;
import dev.cutoff.availability.Shown;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.merchant.application.Secrets;
import dev.cutoff.merchant.application.SetupIncomplete;
import dev.cutoff.order.StoreId;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what stores show of some SKUs with what they may sell, and sets what differs. A store
 * that is down takes no other one along.
 */
public final class PushingAvailability {
  /** So many SKUs fit one question to a store. */
  private static final int AT_ONCE = 20;

  /** What a store does not sell is asked for again after that: it may sell it by now. */
  private static final Duration ASK_AGAIN = Duration.ofMinutes(50);

  private final Merchants merchants;
  private final Secrets secrets;
  private final Stock stock;
  private final ShownStock shown;
  private final ComparingStore comparing;
  private final StoreTrouble trouble;
  private final InstantSource clock;
  private final Map<String, StoreInventory> inventories = new TreeMap<>();

  @Inject
  public PushingAvailability(
      Merchants merchants,
      Secrets secrets,
      Stock stock,
      ShownStock shown,
      ComparingStore comparing,
      StoreTrouble trouble,
      Set<StoreInventory> inventories,
      InstantSource clock) {
    this.merchants = merchants;
    this.secrets = secrets;
    this.stock = stock;
    this.shown = shown;
    this.comparing = comparing;
    this.trouble = trouble;
    inventories.forEach(each -> this.inventories.put(each.channel(), each));
    this.clock = clock;
  }

  /**
   * Pushes.
   *
   * @param until no store is asked after that
   * @return those that are to be tried again
   */
  public Set<Sku> push(Collection<Sku> changed, Instant until) {
    Merchant merchant = merchants.current();
    List<Sku> affected =
        Sellable.affected(merchant, changed).stream()
            .filter(sku -> Sellable.isShown(merchant, sku))
            .toList();
    Set<Sku> failed = new TreeSet<>();
    Set<StoreId> down = new TreeSet<>(java.util.Comparator.comparing(StoreId::value));
    for (int from = 0; from < affected.size(); from += AT_ONCE) {
      List<Sku> some = affected.subList(from, Math.min(affected.size(), from + AT_ONCE));
      if (clock.instant().isBefore(until)) {
        failed.addAll(pushSome(merchant, some, down));
      } else {
        failed.addAll(some);
      }
    }
    Set<Sku> again = new TreeSet<>(changed);
    again.removeIf(sku ->
        failed.stream()
            .noneMatch(
                each -> Sellable.perUnit(merchant, each).containsKey(sku) || each.equals(sku)));
    return again;
  }

  private Set<Sku> pushSome(Merchant merchant, List<Sku> skus, Set<StoreId> down) {
    Set<Sku> failed = new TreeSet<>();
    Set<Sku> shelves = new TreeSet<>();
    skus.forEach(sku -> shelves.addAll(Sellable.perUnit(merchant, sku).keySet()));
    List<StockLevel> levels = stock.levels(shelves);
    Map<Sku, List<Shown>> rows = new TreeMap<>();
    // What nobody has counted yet is not known to be nothing.
    skus.stream()
        .filter(new Sellable(merchant, levels, clock.instant())::isCounted)
        .forEach(sku -> rows.put(sku, shown.of(sku)));
    for (Store store : merchant.stores().values()) {
      StoreInventory inventory = inventories.get(store.channel());
      if (inventory == null) {
        continue;
      }
      SortedMap<Sku, Shown> asked = asked(store, rows);
      if (asked.isEmpty()) {
        continue;
      }
      if (down.contains(store.id())) {
        failed.addAll(asked.keySet());
        continue;
      }
      try {
        failed.addAll(
            comparing.compare(
                new ComparingStore.Job(
                    merchant, store, inventory, secrets.value(store.apiSecretName()), levels),
                asked));
      } catch (TryAgainLater | SetupIncomplete notNow) {
        trouble.told(store.id(), String.valueOf(notNow.getMessage()));
        down.add(store.id());
        failed.addAll(asked.keySet());
      }
    }
    return failed;
  }

  private SortedMap<Sku, Shown> asked(Store store, Map<Sku, List<Shown>> rows) {
    SortedMap<Sku, Shown> asked = new TreeMap<>();
    rows.forEach((sku, shownThere) -> {
      Shown row =
          shownThere.stream()
              .filter(each -> each.store().equals(store.id()))
              .findFirst()
              .orElseGet(() -> Shown.never(store.id(), sku));
      if (!row.notSold() || row.comparedAt().plus(ASK_AGAIN).isBefore(clock.instant())) {
        asked.put(sku, row);
      }
    });
    return asked;
  }
}
