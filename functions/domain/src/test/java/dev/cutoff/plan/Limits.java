package dev.cutoff.plan;

import dev.cutoff.merchant.PlanRules;
import dev.cutoff.money.Money;
import org.jspecify.annotations.Nullable;

/** Rules of plans with limits of value. */
final class Limits {
  private Limits() {}

  static PlanRules of(@Nullable Long signatureOver, @Nullable Long insureOver) {
    PlanRules plain = PlanRules.PLAIN;
    return new PlanRules(
        plain.strategy(),
        plain.leastChancePercent(),
        plain.lateCost(),
        plain.mostShipments(),
        plain.leastPerShipment(),
        plain.whenLate(),
        signatureOver == null ? null : Money.of(signatureOver, "USD"),
        insureOver == null ? null : Money.of(insureOver, "USD"),
        plain.provisionalPercent(),
        plain.oldQuotePercent(),
        plain.warnBefore());
  }
}
