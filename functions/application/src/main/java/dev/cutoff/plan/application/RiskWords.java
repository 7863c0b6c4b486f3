package dev.cutoff.plan.application;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.PricedOption;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.stock.NodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what is the matter with a promise at risk so that whoever reads it knows what to do, until
 * when, and what it costs. It names clock times of the node and never "in 20 minutes", so that it
 * is the same as long as nothing changed.
 */
final class RiskWords {
  private final Merchant merchant;
  private final Order order;
  private final LocalDate deliverBy;
  private final NodeId node;
  private final PlanWords plans;
  private final boolean missed;

  /**
   * Words about an order.
   *
   * @param node whose hand-over it is about
   * @param cutoff that hand-over
   */
  RiskWords(
      Merchant merchant,
      Order order,
      LocalDate deliverBy,
      NodeId node,
      Instant cutoff,
      Instant now) {
    this.merchant = merchant;
    this.order = order;
    this.deliverBy = deliverBy;
    this.node = node;
    this.plans = new PlanWords(merchant, now);
    this.missed = !cutoff.isAfter(now);
  }

  /** What is the matter with one that is planned. */
  String planned(Shipment due, Instant cutoff, boolean picked) {
    PlannedParcel parcel = PresentPlan.parcel(due);
    String when = plans.at(cutoff, zoneOf(node));
    String service = plans.service(parcel.carrier(), parcel.service());
    String stands = stands(due, picked);
    return missed
        ? "%s, and %s's cutoff for %s was %s.".formatted(stands, node, service, when)
        : "%s, and %s's cutoff for %s is %s.".formatted(stands, node, service, when);
  }

  private String stands(Shipment due, boolean picked) {
    Order.Hold hold = order.hold();
    if (hold != null) {
      return held(hold);
    }
    if (due instanceof Shipment.Planned) {
      return "it has no label yet";
    }
    return picked ? "it is picked and not handed over" : "it is labelled and not packed";
  }

  private String held(Order.Hold hold) {
    return "it is on hold since %s (%s)"
        .formatted(plans.at(hold.since(), zoneOf(node)), hold.refusal().reason());
  }

  /** What is the matter with one that has no plan yet. */
  String notPlanned(Plan best, Instant until) {
    Order.Hold hold = order.hold();
    return "%s, and must be released by %s to go with %s."
        .formatted(
            hold == null ? "it is not planned yet" : held(hold),
            plans.at(until, zoneOf(node)),
            plans.how(best));
  }

  /** What is the matter where no plan keeps it from now on. */
  String tooLate() {
    Order.Hold hold = order.hold();
    return (hold == null ? "it is not planned yet" : held(hold)) + ".";
  }

  Refusal refusal(String matter, Instant lastSafe, List<PricedOption> options) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("orderId", order.id().value());
    facts.put("deliverBy", deliverBy.toString());
    facts.put("node", node.value());
    facts.put("lastSafe", lastSafe.toString());
    String message =
        "%s, promised by %s: %s %s"
            .formatted(order.id(), PlanWords.day(deliverBy), matter, action(options));
    return Refusal.of(Reason.PROMISE_AT_RISK, message, facts).offering(options);
  }

  private String action(List<PricedOption> options) {
    if (options.isEmpty()) {
      return missed
          ? "No plan keeps the promise any more, nor one of the 30 days after it."
          : "If it misses that, no plan keeps the promise, nor one of the 30 days after it.";
    }
    PricedOption first = options.getFirst();
    if (!isLate(first)) {
      return (missed ? "Last safe action: " : "If it misses that, ") + inWords(first);
    }
    String none =
        missed ? "No plan keeps the promise any more; " : "If it misses that, none keeps it; ";
    return none
        + options.stream()
            .map(each -> "by %s: %s".formatted(arrives(each), inWords(each)))
            .collect(Collectors.joining(" Or "));
  }

  private boolean isLate(PricedOption option) {
    PricedOption.Sending sending = option.plan();
    return option.action() != Action.UPGRADE
        && sending != null
        && sending.arrives().isAfter(deliverBy);
  }

  private static String arrives(PricedOption option) {
    PricedOption.Sending sending = option.plan();
    return sending == null ? "" : PlanWords.day(sending.arrives());
  }

  private String inWords(PricedOption option) {
    PricedOption.Sending sending = option.plan();
    StringBuilder words = new StringBuilder(option.what());
    if (option.before() != null) {
      words.append(" before ").append(plans.at(option.before(), zoneOf(option)));
    }
    if (option.extra() != null) {
      words.append(": ").append(PlanWords.signed(option.extra()));
    } else if (sending != null) {
      words.append(": ").append(PlanWords.price(sending.cost())).append(" in all");
    }
    return words + (sending != null && sending.provisional() ? " (by rate card)." : ".");
  }

  /**
   * What can still be done, the best first.
   *
   * @param present what the present plan costs; null where there is none
   * @param asPlanned to send it late as it is planned
   */
  List<PricedOption> options(
      PlanFinder.Found found,
      @Nullable Money present,
      boolean canUpgrade,
      Optional<PricedOption> asPlanned) {
    List<PricedOption> options = new ArrayList<>();
    found
        .best()
        .ifPresent(best ->
            options.add(
                new PricedOption(
                    canUpgrade ? Action.UPGRADE : null,
                    changed(best),
                    PlanWords.sending(best, best.deliveryDate()),
                    found.problem().bestUntil().orElseGet(() -> PlanWords.releaseBy(best)),
                    extra(best, present))));
    found
        .late()
        .ifPresent(late ->
            options.add(
                new PricedOption(
                    null,
                    "send it by " + plans.how(late),
                    PlanWords.sending(late, found.lateBy().orElseGet(late::deliveryDate)),
                    PlanWords.releaseBy(late),
                    extra(late, present))));
    asPlanned.ifPresent(options::add);
    return options;
  }

  private static @Nullable Money extra(Plan plan, @Nullable Money present) {
    return present == null ? null : plan.cost().minus(present);
  }

  /** "upgrade to …" where only the service is another, "send it instead by …" where the node is. */
  private String changed(Plan plan) {
    boolean moves =
        !order.openShipments().isEmpty()
            && plan.legs().stream()
                .anyMatch(leg ->
                    order.openShipments().stream()
                        .noneMatch(each -> each.node().equals(leg.node())));
    return (moves ? "send it instead by " : "upgrade to ") + plans.how(plan);
  }

  private Optional<Node> zoneOf(NodeId id) {
    return Optional.ofNullable(merchant.nodes().get(id));
  }

  private Optional<Node> zoneOf(PricedOption option) {
    return Optional.ofNullable(option.plan())
        .map(sending -> sending.legs().getFirst().node())
        .flatMap(id -> zoneOf(new NodeId(id)));
  }
}
