package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.PlanRules;
import dev.cutoff.merchant.PlanRules.Strategy;
import dev.cutoff.merchant.PlanRules.WhenLate;
import dev.cutoff.merchant.Store;
import dev.cutoff.money.Money;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the file says of plans; all of it may be left out. */
final class PlanBinding {
  /** Longer than that, an order waits for nothing. */
  private static final Duration LONGEST_REMORSE = Duration.ofHours(24);

  /** Whoever is warned of everything is warned of nothing. */
  private static final Duration LONGEST_WARNING = Duration.ofHours(24);

  private static final PlanRules PLAIN = PlanRules.PLAIN;

  private final String currency;

  PlanBinding(String currency) {
    this.currency = currency;
  }

  PlanRules plan(Field plan) {
    return new PlanRules(
        plan.find("strategy")
            .map(it -> Values.choice(it, Strategy.values()))
            .orElse(PLAIN.strategy()),
        whole(plan, "leastChancePercent", 1, 100, PLAIN.leastChancePercent()),
        money(plan, "lateCost"),
        whole(plan, "mostShipments", 1, 12, PLAIN.mostShipments()),
        money(plan, "leastPerShipment"),
        plan.find("whenLate")
            .map(it -> Values.choice(it, WhenLate.values()))
            .orElse(PLAIN.whenLate()),
        money(plan, "signatureOver"),
        money(plan, "insureOver"),
        whole(plan, "provisionalPercent", 0, 100, PLAIN.provisionalPercent()),
        whole(plan, "oldQuotePercent", 0, 100, PLAIN.oldQuotePercent()),
        plan.find("warnBefore")
            .map(it -> Values.durationUpTo(it, LONGEST_WARNING))
            .orElse(PLAIN.warnBefore()));
  }

  static Duration remorse(Field store) {
    return store
        .find("remorse")
        .map(it -> Values.durationUpTo(it, LONGEST_REMORSE))
        .orElse(Store.USUAL_REMORSE);
  }

  private static int whole(Field plan, String name, int from, int to, int otherwise) {
    return plan.find(name).map(it -> (int) Values.whole(it, from, to)).orElse(otherwise);
  }

  private @Nullable Money money(Field plan, String name) {
    return plan.find(name).map(it -> Values.money(it, currency)).orElse(null);
  }
}
