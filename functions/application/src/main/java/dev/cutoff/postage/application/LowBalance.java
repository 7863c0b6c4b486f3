package dev.cutoff.postage.application;

import dev.cutoff.exception.DockException.Finding;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.postage.PostageAccount;
import dev.cutoff.postage.PostageBalance;
import dev.cutoff.postage.PostageBalance.Pace;
import dev.cutoff.postage.PostageBalance.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is said of a balance that does not last long. */
final class LowBalance {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private LowBalance() {}

  static String subject(PostageAccount account) {
    return "postage " + account.id();
  }

  static String over(PostageBalance balance) {
    return "money came in: " + balance.latest().orElseThrow().left().display() + " left";
  }

  /** Of one that has answered, and is low or was and had no money since. */
  static Finding finding(PostageAccount account, PostageBalance balance, Instant now) {
    Reading latest = balance.latest().orElseThrow();
    Map<String, String> facts = new TreeMap<>();
    facts.put("carrier", account.id());
    facts.put("left", latest.left().display());
    facts.put("asOf", latest.at().toString());
    balance.emptyAt().ifPresent(then -> facts.put("emptyAt", then.toString()));
    balance.pace().ifPresent(pace -> facts.put("perHour", pace.perHour().display()));
    String message =
        "%s: %s left%s%s"
            .formatted(
                account.names(),
                latest.left().display(),
                latest.at().isBefore(balance.askedAt())
                    ? " at %s, and no answer since".formatted(minute(latest.at()))
                    : "",
                outlook(balance, latest, now));
    return new Finding(subject(account), Refusal.of(Reason.POSTAGE_LOW, message, facts), List.of());
  }

  private static String outlook(PostageBalance balance, Reading latest, Instant now) {
    if (latest.left().amount() <= 0) {
      return ": add money, no label is sold any more";
    }
    if (balance.emptyAt().isEmpty()) {
      return ", nothing was spent since, and no money came in";
    }
    Duration seen = balance.pace().map(Pace::over).orElse(Duration.ZERO);
    Instant empty = balance.emptyAt().orElse(now);
    return ", %s at the pace of the last %s: add money before %s or labels stop"
        .formatted(
            empty.isAfter(now) ? "about " + hours(Duration.between(now, empty)) : "nothing by now",
            hours(seen),
            minute(empty));
  }

  /** To the nearest; what is shorter is one. */
  private static String hours(Duration time) {
    long hours = Math.max(1, time.plus(HALF_AN_HOUR).toHours());
    return hours == 1 ? "1 hour" : hours + " hours";
  }

  private static Instant minute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES);
  }
}
