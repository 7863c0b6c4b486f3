package dev.cutoff.merchant;

import java.time.Duration;
import java.util.List;

/**
 * The shop's rules.
 *
 * @param deliverWithinDays the promise where the store's method says nothing
 * @param unpaidHold how long an unpaid order keeps its units
 * @param rateDeadline for all carriers together
 * @param owners of held orders, by escalation; never empty
 * @param exceptionDue the clock of each owner
 * @param stock the rules of stock
 */
public record Rules(
    int deliverWithinDays,
    int deliverAbroadWithinDays,
    Duration unpaidHold,
    Duration rateDeadline,
    List<String> owners,
    Duration exceptionDue,
    StockRules stock) {
  public Rules {
    owners = List.copyOf(owners);
    if (owners.isEmpty()) {
      throw new IllegalArgumentException("exceptions need an owner");
    }
  }
}
