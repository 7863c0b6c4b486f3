package dev.cutoff.plan.application;

import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.Merchant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why an order has no plan, and what a person can do. */
final class Refusals {
  private static final int MOST_REASONS = 6;

  private Refusals() {}

  static Refusal of(PlanFinder.Found found, Wanted wanted, Merchant merchant) {
    return found
        .unpackable()
        .map(sku ->
            Refusal.of(
                Reason.FITS_NO_BOX,
                "%s fits no box of the merchant file. Add a box, then retry; or cancel."
                    .formatted(sku),
                Map.of("sku", sku.value())))
        .or(() -> found.late().map(late -> late(found, late, wanted)))
        .orElseGet(() -> noRates(found, merchant));
  }

  private static Refusal late(PlanFinder.Found found, Plan late, Wanted wanted) {
    Plan.Leg first = late.legs().getFirst();
    Map<String, String> facts = new TreeMap<>();
    facts.put("deliverBy", wanted.deliverBy().toString());
    facts.put("earliest", late.deliveryDate().toString());
    facts.put("keptBy", found.lateBy().map(Object::toString).orElse(""));
    facts.put("cost", late.cost().display());
    facts.put("carrier", first.carrier());
    facts.put("service", first.service());
    return Refusal.of(
        Reason.PROMISE_CANNOT_BE_KEPT,
        "Promised by %s, and the earliest arrival is %s with %s %s for %s. Ship late, or cancel."
            .formatted(
                wanted.deliverBy(),
                late.deliveryDate(),
                first.carrier(),
                first.service(),
                late.cost().display()),
        facts);
  }

  private static Refusal noRates(PlanFinder.Found found, Merchant merchant) {
    List<String> why =
        found.asked().stream()
            .map(each -> each.carrier() + " " + each.outcome())
            .limit(MOST_REASONS)
            .toList();
    return Refusal.of(
        Reason.NO_RATES,
        "No carrier has a price: "
            + (merchant.carriers().isEmpty()
                ? "the merchant file has no carrier"
                : String.join("; ", why))
            + ". Retry when they answer, or cancel.");
  }
}
