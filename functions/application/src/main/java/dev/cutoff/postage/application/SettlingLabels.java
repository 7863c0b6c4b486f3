package dev.cutoff.postage.application;

import dev.cutoff.order.Order;
import dev.cutoff.order.application.Orders;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.shipment.application.LooseLabels;
import dev.cutoff.shipment.application.LooseLabels.Loose;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks after the labels on the list: asks what became of those without an answer, gives back what
 * is paid and of no use, watches those that may still turn up. A round may die anywhere and be done
 * again.
 */
public final class SettlingLabels {
  /** How long one is shown after nothing can be done about it any more. */
  private static final Duration SHOWN_AFTER = Duration.ofDays(30);

  private static final Duration SOONEST = Duration.ofMinutes(5);
  private static final Duration LATEST = Duration.ofHours(12);
  private static final int PART = 4;

  private final LooseLabels loose;
  private final Orders orders;
  private final SettlingLabel one;
  private final InstantSource clock;

  @Inject
  public SettlingLabels(LooseLabels loose, Orders orders, SettlingLabel one, InstantSource clock) {
    this.loose = loose;
    this.orders = orders;
    this.one = one;
    this.clock = clock;
  }

  /**
   * What a round did.
   *
   * @param looked labels that it looked after
   * @param voided those whose money is back
   * @param orphans those that are paid, of no use and not given back
   * @param left those that the next round looks after: the time was up
   * @param failed those that could not be looked after, and why
   */
  public record Settled(int looked, int voided, int orphans, int left, List<String> failed) {
    public Settled {
      failed = List.copyOf(failed);
    }
  }

  /**
   * One round.
   *
   * @param most time it may take; those whose deadline is near come first
   */
  public Settled settle(Duration most) {
    Instant now = clock.instant();
    List<Loose> all = loose.all();
    List<Loose> due =
        all.stream()
            .filter(each -> !each.lookAt().isAfter(now))
            .sorted(Comparator.comparing(Loose::until).thenComparing(Loose::reference))
            .toList();
    Round round = new Round(now.plus(most));
    due.forEach(round::look);
    return new Settled(
        due.size() - round.left, round.voided, round.orphans, round.left, round.failed);
  }

  /** What became of the list so far. */
  private final class Round {
    private final Instant end;
    private final List<String> failed = new ArrayList<>();
    private int voided;
    private int orphans;
    private int left;

    private Round(Instant end) {
      this.end = end;
    }

    /** One that can't be looked after never takes the others down. */
    private void look(Loose place) {
      if (clock.instant().isAfter(end)) {
        left++;
        return;
      }
      try {
        settled(place);
      } catch (RuntimeException notThisTime) {
        failed.add(place.reference() + ": " + notThisTime.getClass().getSimpleName());
        loose.later(place, next(place));
      }
    }

    /** The place is written before the row: whoever writes them may be just about to. */
    private void unwritten(Loose place) {
      if (clock.instant().isBefore(place.until())) {
        loose.later(place, next(place));
      } else {
        loose.done(place.reference());
      }
    }

    private void settled(Loose place) {
      Optional<Order> order = orders.find(place.orderId());
      Optional<Attempt> found = order.flatMap(it -> one.settle(it, place));
      if (found.isEmpty()) {
        unwritten(place);
        return;
      }
      Attempt attempt = found.get();
      boolean open = !one.isSettled(order.orElseThrow(), attempt);
      voided += attempt.state() == State.VOIDED ? 1 : 0;
      orphans += attempt.state() == State.ORPHAN ? 1 : 0;
      Instant now = clock.instant();
      boolean watched =
          (place.mayTurnUp() || attempt.state() == State.NOT_BOUGHT) && now.isBefore(place.until());
      if (watched || (open && now.isBefore(place.until().plus(SHOWN_AFTER)))) {
        loose.later(place, next(place));
      } else {
        loose.done(place.reference());
      }
    }
  }

  /** The longer it lasts, the less often; once more right before its deadline. */
  private Instant next(Loose place) {
    Instant now = clock.instant();
    Duration wait = Duration.between(place.since(), now).dividedBy(PART);
    Instant usual =
        now.plus(
            wait.compareTo(SOONEST) < 0 ? SOONEST : wait.compareTo(LATEST) > 0 ? LATEST : wait);
    Instant last = place.until().minus(SOONEST.multipliedBy(2));
    return now.isBefore(last) && usual.isAfter(last) ? last : usual;
  }
}
