package dev.cutoff.notice.application;

import dev.cutoff.effect.application.Effects;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.merchant.application.Secrets;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Orders;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.StockChanges;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells the store what became of its order: each thing once, however often it is announced. */
public final class UpdatingStore {
  private final Orders orders;
  private final Merchants merchants;
  private final Secrets secrets;
  private final Effects effects;
  private final StockChanges changes;
  private final Map<String, StoreUpdater> updaters = new TreeMap<>();
  private final InstantSource clock;

  @Inject
  public UpdatingStore(
      Orders orders,
      Merchants merchants,
      Secrets secrets,
      Effects effects,
      StockChanges changes,
      Set<StoreUpdater> updaters,
      InstantSource clock) {
    this.orders = orders;
    this.merchants = merchants;
    this.secrets = secrets;
    this.effects = effects;
    this.changes = changes;
    updaters.forEach(updater -> this.updaters.put(updater.channel(), updater));
    this.clock = clock;
  }

  /** What came of it. */
  public enum Outcome {
    TOLD,
    NOTHING_TO_DO,
    /** The store said no for good: the message belongs into the dead letters, where people look. */
    REFUSED
  }

  public Outcome update(Announcement announcement) {
    Order order = orders.find(announcement.orderId()).orElseThrow();
    Store store = merchants.current().store(order.document().storeId()).orElseThrow();
    StoreUpdater updater = updaters.get(store.channel());
    if (updater == null) {
      return Outcome.NOTHING_TO_DO;
    }
    String key = announcement.key() + "#store";
    // Nobody claims it: updaters read before they write, so being told twice does no harm.
    if (effects.isDone(key)) {
      return Outcome.NOTHING_TO_DO;
    }
    String secret = secrets.value(store.apiSecretName());
    return switch (updater.tell(store, secret, order, announcement)) {
      case StoreUpdater.Outcome.Told told -> {
        if (announcement.what() == Announcement.What.CANCELLED) {
          // Stores put units back by themselves when they cancel; maybe after we did.
          changes.changed(skus(order));
        }
        yield done(key, told.how());
      }
      case StoreUpdater.Outcome.AlreadyThere there -> done(key, there.how());
      case StoreUpdater.Outcome.NotNeeded none -> Outcome.NOTHING_TO_DO;
      case StoreUpdater.Outcome.Refused refused -> Outcome.REFUSED;
    };
  }

  private static List<Sku> skus(Order order) {
    return order.document().physicalLines().stream()
        .flatMap(line -> Sku.read(line.sku()).stream())
        .toList();
  }

  private Outcome done(String key, String how) {
    effects.done(key, how, clock.instant());
    return Outcome.TOLD;
  }
}
