package dev.cutoff.backorder.application;

import dev.cutoff.backorder.Promised;
import dev.cutoff.backorder.Promises;
import dev.cutoff.backorder.Waiter;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.inbound.application.Inbounds;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Announcements;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.plan.application.NotingDelay;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Allocating;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Promises what is inbound to those who wait, in their order, and tells each of them the date, and
 * each new date, once: the row first, then the news, then the mark that it was told.
 */
public final class Promising {
  /** Less than a transaction takes, for a line that expects units for the last time is two rows. */
  private static final int MOST_ROWS = 90;

  private final Backorders backorders;
  private final Inbounds inbounds;
  private final Allocating allocating;
  private final NotBefore notBefore;
  private final Changing changing;
  private final NotingDelay noting;
  private final Announcements announcements;
  private final InstantSource clock;

  @Inject
  public Promising(
      Backorders backorders,
      Inbounds inbounds,
      Allocating allocating,
      NotBefore notBefore,
      Changing changing,
      NotingDelay noting,
      Announcements announcements,
      InstantSource clock) {
    this.backorders = backorders;
    this.inbounds = inbounds;
    this.allocating = allocating;
    this.notBefore = notBefore;
    this.changing = changing;
    this.noting = noting;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** Puts the promises of a SKU right; whoever changed something meanwhile has it done again. */
  void promise(Sku sku) {
    List<Waiter> list = backorders.of(sku);
    if (list.isEmpty()) {
      backorders.settle(sku);
      return;
    }
    List<InboundLine> inbound = inbounds.expected(List.of(sku));
    List<Waiter> right = Promises.assign(sku, list, free(sku), inbound, notBefore.today());
    List<Backorders.Change> changes = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (!right.get(i).equals(list.get(i))) {
        changes.add(new Backorders.Change(list.get(i), right.get(i)));
      }
    }
    List<Waiter> now = changes.isEmpty() || apply(sku, changes) ? right : List.of();
    now.forEach(this::tell);
  }

  /**
   * All together where they fit into one write. Else what is promised to somebody else now is given
   * back first, so that no line ever promises more than it expects.
   */
  private boolean apply(Sku sku, List<Backorders.Change> changes) {
    if (parts(changes).size() == 1) {
      return backorders.change(changes);
    }
    List<Backorders.Change> takes = new ArrayList<>();
    List<Backorders.Change> gives = new ArrayList<>();
    for (Backorders.Change each : changes) {
      Waiter before = Objects.requireNonNull(each.before());
      Waiter after = Objects.requireNonNull(each.after());
      if (inbound(before, sku).isEmpty() || inbound(before, sku).equals(inbound(after, sku))) {
        takes.add(each);
      } else {
        Waiter given = before.with(before.lines().stream().map(it -> without(it, sku)).toList());
        gives.add(new Backorders.Change(before, given));
        takes.add(new Backorders.Change(given, given.with(after.lines())));
      }
    }
    // Those that moved twice are told with the next round.
    return allOf(gives) && allOf(takes) && gives.isEmpty();
  }

  private boolean allOf(List<Backorders.Change> changes) {
    return parts(changes).stream().allMatch(backorders::change);
  }

  /** As many at a time as one transaction takes, with the rows of the inbound lines. */
  private static List<List<Backorders.Change>> parts(List<Backorders.Change> changes) {
    List<List<Backorders.Change>> parts = new ArrayList<>();
    int rows = MOST_ROWS;
    for (Backorders.Change each : changes) {
      int more = rows(each.before()) + rows(each.after());
      if (rows + more > MOST_ROWS || parts.getLast().size() == Backorders.MOST_CHANGES) {
        parts.add(new ArrayList<>());
        rows = 0;
      }
      parts.getLast().add(each);
      rows += more;
    }
    return parts;
  }

  /** At most so many are written of an entry: itself, its places, and its inbound lines. */
  private static int rows(@Nullable Waiter waiter) {
    return waiter == null
        ? 0
        : 1
            + waiter.skus().size()
            + (int)
                waiter.lines().stream()
                    .flatMap(line -> line.promised().stream())
                    .filter(Promised::isInbound)
                    .count();
  }

  private static Waiter.Line without(Waiter.Line line, Sku sku) {
    return line.promised(line.promised().stream().filter(each -> !each.sku().equals(sku)).toList());
  }

  /** Units by inbound line. */
  private static Map<String, Long> inbound(Waiter waiter, Sku sku) {
    Map<String, Long> units = new TreeMap<>();
    waiter.lines().stream()
        .flatMap(line -> line.promised().stream())
        .filter(each -> each.isInbound() && each.sku().equals(sku))
        .forEach(
            each -> units.merge(each.reference() + "#" + each.line(), each.units(), Long::sum));
    return units;
  }

  private long free(Sku sku) {
    return allocating.levels(List.of(Demand.of("any", sku, 1))).stream()
        .mapToLong((StockLevel level) -> level.routable(allocating.safety()))
        .sum();
  }

  /** The day on which all of it is there; null where nobody knows. */
  static @Nullable LocalDate expectedOn(Waiter waiter) {
    boolean covered = waiter.lines().stream().allMatch(Waiter.Line::isCovered);
    return covered
        ? waiter.lines().stream()
            .flatMap(line -> line.expectedOn().stream())
            .max(Comparator.naturalOrder())
            .orElse(null)
        : null;
  }

  private void tell(Waiter waiter) {
    LocalDate day = expectedOn(waiter);
    Waiter.Told told = waiter.told();
    if (told != null && Objects.equals(told.expectedOn(), day)) {
      return;
    }
    Order order =
        changing.change(waiter.orderId(), before -> dated(before, waiter, day)).orElse(null);
    Backorder waits = order == null || order.cancellation() != null ? null : order.backorder();
    if (order == null || waits == null || !waits.waits()) {
      // Cancelled, or about to join: it is looked at again when that is done.
      return;
    }
    // On the order first: the notice says by when an answer is needed.
    var _ = noting.note(order);
    announcements.publish(
        new Announcement(
            Announcement.What.BACKORDERED, waiter.orderId(), null, null, waits.expectedSince()));
    // Lost, it is published once more under the same key.
    backorders.change(
        List.of(
            new Backorders.Change(
                waiter, waiter.told(new Waiter.Told(waits.expectedSince(), waits.expectedOn())))));
  }

  private Optional<Decision> dated(Order before, Waiter waiter, @Nullable LocalDate day) {
    Backorder known = before.backorder();
    if (known == null || !before.waits() || before.cancellation() != null) {
      return Optional.empty();
    }
    List<Backorder.Part> parts =
        known.parts().stream()
            .map(part ->
                new Backorder.Part(part.lineId(), part.quantity(), day(waiter, part.lineId())))
            .toList();
    boolean news = !Objects.equals(known.expectedOn(), day);
    Backorder dated = known.with(parts);
    Backorder after = news ? dated.expectedOn(day, clock.instant()) : dated;
    return after.equals(known)
        ? Optional.empty()
        : Optional.of(
            new Decision(
                change -> change.backorder(after),
                "cutoff",
                day == null ? "nobody knows when it comes" : "expected on " + day,
                "what is inbound, first come, first served"));
  }

  private static @Nullable LocalDate day(Waiter waiter, String lineId) {
    return waiter.lines().stream()
        .filter(line -> line.demand().lineId().equals(lineId))
        .flatMap(line -> line.expectedOn().stream())
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
