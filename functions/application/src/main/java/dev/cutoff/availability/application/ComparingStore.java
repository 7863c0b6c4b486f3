package dev.cutoff.availability.application;

import dev.cutoff.availability.Comparison;
import dev.cutoff.availability.Figure;
import dev.cutoff.availability.Sellable;
import dev.cutoff.availability.Shown;
import dev.cutoff.availability.Shown.Difference;
import dev.cutoff.availability.Shown.Place;
import dev.cutoff.availability.Unexplained;
import dev.cutoff.availability.Verdict;
import dev.cutoff.availability.application.StoreInventory.Held;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.StoreStock.Master;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Rechecks;
import dev.cutoff.stock.application.Stock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares one store's figures of some SKUs with ours, and does what follows. */
public final class ComparingStore {
  /** A figure that changes under our hands is read again so often, then left to the queue. */
  private static final int MOST_TRIES = 4;

  private static final Duration MARGIN = Duration.ofSeconds(15);

  private final ShownStock shown;
  private final Stock stock;
  private final TakingStoreCount counting;
  private final DisputingStore disputing;
  private final StoreTrouble trouble;
  private final Rechecks rechecks;
  private final InstantSource clock;

  @Inject
  public ComparingStore(
      ShownStock shown,
      Stock stock,
      TakingStoreCount counting,
      DisputingStore disputing,
      StoreTrouble trouble,
      Rechecks rechecks,
      InstantSource clock) {
    this.shown = shown;
    this.stock = stock;
    this.counting = counting;
    this.disputing = disputing;
    this.trouble = trouble;
    this.rechecks = rechecks;
    this.clock = clock;
  }

  /** One store and what it takes to ask it. */
  record Job(
      Merchant merchant,
      Store store,
      StoreInventory inventory,
      String secret,
      List<StockLevel> levels) {
    Job with(List<StockLevel> newer) {
      return new Job(merchant, store, inventory, secret, newer);
    }
  }

  /** What one round over a SKU came to. */
  private enum Round {
    DONE,
    AGAIN,
    FAILED
  }

  /** Answers those that are to be tried again. */
  Set<Sku> compare(Job job, SortedMap<Sku, Shown> rows) {
    SortedMap<Sku, List<Held>> held = read(job, rows);
    if (held == null) {
      return rows.keySet();
    }
    Set<Sku> failed = new TreeSet<>();
    rows.forEach((sku, row) -> {
      if (!settled(job, row, held.getOrDefault(sku, List.of()))) {
        failed.add(sku);
      }
    });
    return failed;
  }

  /** Read again, understood again, and never forced. */
  private boolean settled(Job job, Shown row, List<Held> held) {
    Round round = round(job, row, held, 0);
    for (int attempt = 1; round == Round.AGAIN && attempt < MOST_TRIES; attempt++) {
      Sku sku = row.sku();
      Shown newer =
          shown.of(sku).stream()
              .filter(each -> each.store().equals(job.store().id()))
              .findFirst()
              .orElseGet(() -> Shown.never(job.store().id(), sku));
      SortedMap<Sku, List<Held>> now = read(job, new TreeMap<>(Map.of(sku, newer)));
      if (now == null) {
        return false;
      }
      List<StockLevel> levels = stock.levels(Sellable.perUnit(job.merchant(), sku).keySet());
      round = round(job.with(levels), newer, now.getOrDefault(sku, List.of()), attempt);
    }
    return round == Round.DONE;
  }

  /** Null where the store says no. */
  private @Nullable SortedMap<Sku, List<Held>> read(Job job, SortedMap<Sku, Shown> rows) {
    Map<Sku, String> items = new TreeMap<>();
    rows.forEach((sku, row) -> items.put(sku, row.item()));
    return switch (job.inventory().read(job.store(), job.secret(), items)) {
      case StoreInventory.Answer.Refused refused -> {
        trouble.told(job.store().id(), refused.why());
        yield null;
      }
      case StoreInventory.Answer.Stock answer -> {
        SortedMap<Sku, List<Held>> bySku = new TreeMap<>();
        for (Held each : answer.held()) {
          bySku.computeIfAbsent(each.sku(), sku -> new java.util.ArrayList<>()).add(each);
        }
        yield bySku;
      }
    };
  }

  private Round round(Job job, Shown row, List<Held> held, int attempt) {
    Instant now = clock.instant();
    Map<String, Long> ours =
        new Sellable(job.merchant(), job.levels(), now)
            .units(row.sku(), job.store(), job.inventory().located());
    List<Held> known = held.stream().filter(each -> ours.containsKey(each.location())).toList();
    List<Figure> figures = known.stream().map(each -> figure(job, row, each, ours)).toList();
    Verdict verdict = Comparison.decide(figures, row.open(), now);
    boolean storeIsRight =
        job.store().stock().master() == Master.STORE && verdict instanceof Verdict.Differs;
    if (verdict instanceof Verdict.Differs differs && !storeIsRight) {
      // Told before it is set: a crash in between must not make it unseen.
      disputing.dispute(job, row.sku(), figures, differs.units());
    }
    Applied applied =
        set(job, row, known, figures, storeIsRight ? new TreeMap<>() : verdict.sets(), attempt);
    if (applied.how() != Round.DONE) {
      // What was set is ours from now on, and no movement of the store's.
      boolean kept =
          applied.places().equals(row.places())
              || shown.save(after(row, item(known), applied.places(), row.open(), row.last(), now));
      return kept ? applied.how() : Round.AGAIN;
    }
    Unexplained open = verdict instanceof Verdict.InFlight flight ? flight.open() : null;
    Difference last = difference(job, row, verdict, storeIsRight, figures);
    Shown after = after(row, item(known), applied.places(), open, last, now);
    if (!after.item().equals(row.item()) && !after.item().isEmpty()) {
      shown.name(row.store(), after.item(), row.sku());
    }
    boolean first = row.version() == 0 || after.notSold();
    if (!first && after.same(row)) {
      return Round.DONE;
    }
    if (!shown.save(after)) {
      return Round.AGAIN;
    }
    if (open != null && row.open() == null) {
      rechecks.after(Comparison.SETTLING.plus(MARGIN), List.of(row.sku()));
    }
    return Round.DONE;
  }

  /**
   * What was set and seen, and whether that is all.
   *
   * @param places those that were set and, where all is done, the others as they are
   */
  private record Applied(SortedMap<String, Place> places, Round how) {}

  private Applied set(
      Job job,
      Shown row,
      List<Held> known,
      List<Figure> figures,
      SortedMap<String, Long> sets,
      int attempt) {
    Instant now = clock.instant();
    SortedMap<String, Place> done = new TreeMap<>(row.places());
    SortedMap<String, Place> all = new TreeMap<>();
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      Long target = sets.get(figure.location());
      if (target == null) {
        Place before = row.places().get(figure.location());
        all.put(
            figure.location(),
            new Place(figure.ours(), figure.inStore(), before == null ? now : before.at()));
        continue;
      }
      String key = key(row, known.get(i), figure, target, attempt);
      switch (job.inventory().set(job.store(), job.secret(), known.get(i), target, key)) {
        case StoreInventory.Outcome.Done told -> {
          Place place = new Place(figure.ours(), target, now);
          done.put(figure.location(), place);
          all.put(figure.location(), place);
        }
        case StoreInventory.Outcome.Changed changed -> {
          return new Applied(done, Round.AGAIN);
        }
        case StoreInventory.Outcome.Refused refused -> {
          trouble.told(job.store().id(), row.sku() + ": " + refused.why());
          return new Applied(done, Round.FAILED);
        }
      }
    }
    return new Applied(all, Round.DONE);
  }

  /** The same change has the same key, also where the answer to it was lost. */
  private static String key(Shown row, Held held, Figure figure, long target, int attempt) {
    return "%s#%s#%s#%d.%d#%d-%d"
        .formatted(
            row.store(),
            held.item(),
            figure.location(),
            row.version(),
            attempt,
            figure.inStore(),
            target);
  }

  private @Nullable Difference difference(
      Job job, Shown row, Verdict verdict, boolean storeIsRight, List<Figure> figures) {
    Instant now = clock.instant();
    return switch (verdict) {
      case Verdict.Explained explained -> row.last();
      case Verdict.InFlight flight ->
          flight.overwritten() == 0
              ? row.last()
              : new Difference(flight.overwritten(), now, Shown.What.SET);
      case Verdict.Differs differs ->
          new Difference(
              differs.units(),
              now,
              storeIsRight ? counting.take(job, row.sku(), figures) : Shown.What.SET);
    };
  }

  private static String item(List<Held> known) {
    return known.isEmpty() ? "" : known.getFirst().item();
  }

  private static Shown after(
      Shown row,
      String item,
      SortedMap<String, Place> places,
      @Nullable Unexplained open,
      @Nullable Difference last,
      Instant now) {
    return new Shown(row.store(), row.sku(), item, row.version() + 1, now, places, open, last);
  }

  /** Where the store is right, its first figure is a movement of its own, and not ours to set. */
  private static Figure figure(Job job, Shown row, Held held, Map<String, Long> ours) {
    long units = ours.getOrDefault(held.location(), 0L);
    Place place = row.places().get(held.location());
    Long before = job.store().stock().master() == Master.STORE ? Long.valueOf(units) : null;
    return new Figure(
        held.location(), units, held.units(), place == null ? before : Long.valueOf(place.ours()));
  }
}
