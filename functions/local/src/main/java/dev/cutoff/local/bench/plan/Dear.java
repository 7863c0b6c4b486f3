package dev.cutoff.local.bench.plan;

import dev.cutoff.merchant.PlanRules;
import dev.cutoff.merchant.PlanRules.Strategy;
import dev.cutoff.merchant.ServiceTerms;
import dev.cutoff.money.Money;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What the made-up shop wants for dear goods, and what its carriers do for them. */
final class Dear {
  static final long SIGNATURE_OVER = 15_000;
  static final long INSURE_OVER = 10_000;

  /** Both are wanted by many of the orders, and neither by many. */
  static final PlanRules RULES =
      new PlanRules(
          Strategy.CHEAPEST,
          90,
          null,
          Case.MOST_SHIPMENTS,
          null,
          PlanRules.WhenLate.HOLD,
          usd(SIGNATURE_OVER),
          usd(INSURE_OVER),
          10,
          5,
          PlanRules.PLAIN.warnBefore());

  private Dear() {}

  /** One service in six takes no signature, one in three insures no dear parcel. */
  static ServiceTerms terms(Random random) {
    boolean signs = random.nextInt(6) != 0;
    long most = random.nextInt(3) == 0 ? 12_000 : 100_000;
    return new ServiceTerms(
        Map.of(),
        signs ? usd(180L + random.nextInt(400)) : null,
        null,
        new ServiceTerms.Insurance(
            50L + random.nextInt(70), usd(100L + random.nextInt(170)), usd(most)),
        Set.of(),
        false,
        false,
        true,
        true);
  }

  private static Money usd(long cents) {
    return Money.of(cents, Cases.USD);
  }
}
