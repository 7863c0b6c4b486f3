package dev.cutoff.plan.application;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.PricedOption;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.Merchant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why an order has no plan, and what a person can do. */
final class Refusals {
  private static final int MOST_REASONS = 6;
  private static final int MOST_CHANCES = 3;
  private static final int HUNDRED = 100;

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
        .or(() -> found.late().map(late -> late(found, late, wanted, merchant)))
        .orElseGet(() -> noRates(found, merchant));
  }

  private static Refusal late(PlanFinder.Found found, Plan late, Wanted wanted, Merchant merchant) {
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
            facts)
        .offering(options(found, late, new PlanWords(merchant, wanted.now())));
  }

  /** Late, perhaps in time, or not at all. */
  private static List<PricedOption> options(PlanFinder.Found found, Plan late, PlanWords words) {
    List<PricedOption> options = new ArrayList<>();
    options.add(
        new PricedOption(
            Action.SHIP_LATE,
            "send it late by " + words.how(late),
            PlanWords.sending(late, found.lateBy().orElseGet(late::deliveryDate)),
            PlanWords.releaseBy(late),
            null));
    found.problem().unsure().stream()
        .sorted(Comparator.comparingDouble(Plan::chance).reversed().thenComparing(Plan::cost))
        .limit(MOST_CHANCES)
        .map(plan ->
            new PricedOption(
                null,
                "%s arrives in time with a chance of %d %%, which is less than the rule wants"
                    .formatted(words.how(plan), Math.round(plan.chance() * HUNDRED)),
                PlanWords.sending(plan, plan.deliveryDate()),
                PlanWords.releaseBy(plan),
                null))
        .forEach(options::add);
    options.add(
        new PricedOption(
            Action.CANCEL, "cancel it: its units go back, nothing was bought", null, null, null));
    return options;
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
