package dev.cutoff.notice.application;

import dev.cutoff.effect.application.Breaker;
import dev.cutoff.effect.application.Effects;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.merchant.application.Secrets;
import dev.cutoff.merchant.application.SetupIncomplete;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Happened;
import dev.cutoff.order.Order;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.application.Orders;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.StockChanges;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the store what became of its order: each thing once, however often it is announced, and of
 * each parcel in the order in which it happened, in whatever order it is announced.
 */
public final class UpdatingStore {
  /** Two calls without an answer take half of the time that a function has for its batch. */
  private static final int FAILURES = 2;

  /** The queue brings the first message back after that time, and it is the probe. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

  private final Orders orders;
  private final Merchants merchants;
  private final Secrets secrets;
  private final Effects effects;
  private final StockChanges changes;
  private final Map<String, StoreUpdater> updaters = new TreeMap<>();
  private final Map<StoreId, Breaker> breakers = new ConcurrentHashMap<>();
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

  /** The key under which it is kept that the store knows, and why it does not. */
  public static String key(Announcement announcement) {
    return announcement.key() + "#store";
  }

  public Outcome update(Announcement announcement) {
    return update(announcement, false);
  }

  /**
   * As above.
   *
   * @param again also where the store was told already: it lost what it was told
   */
  public Outcome update(Announcement announcement, boolean again) {
    Order order = orders.find(announcement.orderId()).orElseThrow();
    Store store = merchants.current().store(order.document().storeId()).orElseThrow();
    StoreUpdater updater = updaters.get(store.channel());
    // Nobody claims it: updaters read before they write, so being told twice does no harm.
    if (updater == null || (!again && effects.isDone(key(announcement)))) {
      return Outcome.NOTHING_TO_DO;
    }
    if (!again && comesAfterTheEnd(order, announcement)) {
      return Outcome.NOTHING_TO_DO;
    }
    // Queues keep no order: what should have come before is told first.
    for (Announcement earlier : Happened.before(order, announcement)) {
      if (!effects.isDone(key(earlier))) {
        Outcome outcome = tell(updater, store, order, earlier);
        if (outcome == Outcome.REFUSED) {
          effects
              .failure(key(earlier))
              .ifPresent(why -> effects.failed(key(announcement), why.why(), clock.instant()));
          return outcome;
        }
      }
    }
    return tell(updater, store, order, announcement);
  }

  /** An attempt to deliver is no news to a store that knows how it ended: it would move back. */
  private boolean comesAfterTheEnd(Order order, Announcement announcement) {
    return announcement.what() == Announcement.What.DELIVERY_ATTEMPTED
        && Happened.of(order).stream()
            .filter(each ->
                each.what() == Announcement.What.DELIVERED
                    || each.what() == Announcement.What.RETURNED)
            .filter(each -> Objects.equals(each.parcelId(), announcement.parcelId()))
            .anyMatch(each -> effects.isDone(key(each)));
  }

  private Outcome tell(StoreUpdater updater, Store store, Order order, Announcement announcement) {
    String key = key(announcement);
    return switch (answer(updater, store, order, announcement)) {
      case StoreUpdater.Outcome.Told told -> {
        if (announcement.what() == Announcement.What.CANCELLED) {
          // Stores put units back by themselves when they cancel; maybe after we did.
          changes.changed(skus(order));
        }
        yield done(key, told.how());
      }
      case StoreUpdater.Outcome.AlreadyThere there -> done(key, there.how());
      case StoreUpdater.Outcome.NotNeeded none -> Outcome.NOTHING_TO_DO;
      case StoreUpdater.Outcome.NotYet notYet -> {
        effects.failed(key, notYet.why(), clock.instant());
        throw new TryAgainLater(notYet.why());
      }
      case StoreUpdater.Outcome.Refused refused -> {
        effects.failed(key, refused.why(), clock.instant());
        yield Outcome.REFUSED;
      }
    };
  }

  /** One store that is down must not hold up the others: for a while it is asked nothing more. */
  private StoreUpdater.Outcome answer(
      StoreUpdater updater, Store store, Order order, Announcement announcement) {
    Breaker breaker =
        breakers.computeIfAbsent(store.id(), any -> new Breaker(FAILURES, LEFT_ALONE));
    Breaker.Permit permit = breaker.ask(clock.instant());
    if (permit instanceof Breaker.Permit.Refused refused) {
      throw new TryAgainLater(
          store.id() + " is asked nothing until " + refused.until() + ": " + refused.why());
    }
    try {
      StoreUpdater.Outcome outcome =
          updater.tell(store, secrets.value(store.apiSecretName()), order, announcement);
      breaker.succeeded(permit);
      return outcome;
    } catch (TryAgainLater down) {
      String why = String.valueOf(down.getMessage());
      breaker.failed(permit, clock.instant(), why, false);
      effects.failed(key(announcement), why, clock.instant());
      throw down;
    } catch (SetupIncomplete missing) {
      breaker.gaveUp(permit);
      effects.failed(key(announcement), String.valueOf(missing.getMessage()), clock.instant());
      throw missing;
    } catch (RuntimeException bug) {
      breaker.gaveUp(permit);
      throw bug;
    }
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
