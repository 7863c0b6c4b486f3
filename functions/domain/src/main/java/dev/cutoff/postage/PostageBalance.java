package dev.cutoff.postage;

import dev.cutoff.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account said of its balance, hour by hour, and how long that lasts.
 *
 * @param account its id
 * @param askedAt when it was last asked, whether it answered or not
 * @param readings of one currency, by time; those of the last day, and two at least
 * @param lowest the least that was left since somebody was told that it is low; null where nobody
 *     has to be
 */
public record PostageBalance(
    String account, Instant askedAt, List<Reading> readings, @Nullable Money lowest) {
  /** A day has its busy hours and its quiet ones; the pace is that of all of them. */
  private static final Duration WINDOW = Duration.ofHours(24);

  private static final Duration HOUR = Duration.ofHours(1);

  /** Nobody plans further, and a time that far can still be written down. */
  private static final Duration FAR = Duration.ofDays(3_650);

  private static final int FEWEST = 2;

  public PostageBalance {
    readings = List.copyOf(readings);
  }

  /** What was left at a time. */
  public record Reading(Money left, Instant at) {}

  /**
   * What was spent, as far as readings tell: a balance that rose in between says nothing of what
   * was spent meanwhile, so that time is left out.
   *
   * @param spent above zero
   * @param over the hours that were not left out
   */
  public record Pace(Money spent, Duration over) {
    /** To the nearest minor unit. */
    public Money perHour() {
      double share = (double) HOUR.toSeconds() / (double) over.toSeconds();
      return Money.of(Math.round((double) spent.amount() * share), spent.currency());
    }

    private Duration lasts(Money left) {
      double share = (double) left.amount() / (double) spent.amount();
      return Duration.ofSeconds(
          (long) Math.min(share * (double) over.toSeconds(), (double) FAR.toSeconds()));
    }
  }

  /** Of an account that was never asked. */
  public static PostageBalance unknown(String account, Instant now) {
    return new PostageBalance(account, now, List.of(), null);
  }

  /** Whether it is time to ask again. */
  public boolean isDue(Instant now) {
    return !now.isBefore(askedAt.plus(HOUR));
  }

  /** It was asked and did not say. */
  public PostageBalance silent(Instant now) {
    return new PostageBalance(account, now, readings, lowest);
  }

  /** It said so much; in another currency than before, nothing is known of its pace. */
  public PostageBalance read(Money left, Instant now) {
    if (latest().filter(last -> !last.left().currency().equals(left.currency())).isPresent()) {
      return new PostageBalance(account, now, List.of(new Reading(left, now)), null);
    }
    List<Reading> kept = new ArrayList<>(readings);
    kept.add(new Reading(left, now));
    while (kept.size() > FEWEST && kept.getFirst().at().isBefore(now.minus(WINDOW))) {
      kept.removeFirst();
    }
    return new PostageBalance(account, now, kept, lowest);
  }

  public Optional<Reading> latest() {
    return readings.isEmpty() ? Optional.empty() : Optional.of(readings.getLast());
  }

  /** Empty where nothing was seen to be spent. */
  public Optional<Pace> pace() {
    long spent = 0;
    Duration over = Duration.ZERO;
    for (int i = 1; i < readings.size(); i++) {
      Reading before = readings.get(i - 1);
      Reading after = readings.get(i);
      long drop = before.left().minus(after.left()).amount();
      if (drop >= 0) {
        spent += drop;
        over = over.plus(Duration.between(before.at(), after.at()));
      }
    }
    return spent == 0 || over.toSeconds() <= 0
        ? Optional.empty()
        : Optional.of(new Pace(Money.of(spent, readings.getLast().left().currency()), over));
  }

  /** When nothing is left at this pace, counted from the latest reading on; empty: not in sight. */
  public Optional<Instant> emptyAt() {
    return latest()
        .flatMap(last ->
            last.left().amount() <= 0
                ? Optional.of(last.at())
                : pace().map(pace -> last.at().plus(pace.lasts(last.left()))));
  }

  /** How long it lasts from now on; zero where it should be empty by now. */
  public Optional<Duration> lasts(Instant now) {
    return emptyAt().map(then -> then.isBefore(now) ? Duration.ZERO : Duration.between(now, then));
  }

  /** Whether labels stop sooner than that. */
  public boolean isLow(Instant now, Duration limit) {
    return lasts(now).filter(it -> it.compareTo(limit) < 0).isPresent();
  }

  /** Whether money came in since somebody was told. */
  public boolean hasRisen() {
    Money least = lowest;
    return least != null && latest().filter(it -> it.left().compareTo(least) > 0).isPresent();
  }

  /** Somebody was told, now or before. */
  public PostageBalance told() {
    Money least = lowest;
    return latest()
        .map(Reading::left)
        .map(left -> least != null && least.compareTo(left) < 0 ? least : left)
        .map(left -> new PostageBalance(account, askedAt, readings, left))
        .orElse(this);
  }

  /** Nobody has to be told any more. */
  public PostageBalance over() {
    return new PostageBalance(account, askedAt, readings, null);
  }
}
