package dev.cutoff.postage.application;

import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.postage.PostageRules;
import dev.cutoff.postage.PostageStop;
import dev.cutoff.postage.PostageStop.Scope;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.stock.NodeId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a label may be paid: no switch is off, and no limit is reached. Orders come in and are
 * planned all the same; only the money waits.
 */
public final class AllowingPostage {
  private static final String ALL = "all";

  private final PostageStops stops;
  private final SpentPostage spent;
  private final LabelAttempts attempts;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public AllowingPostage(
      PostageStops stops,
      SpentPostage spent,
      LabelAttempts attempts,
      Merchants merchants,
      InstantSource clock) {
    this.stops = stops;
    this.spent = spent;
    this.attempts = attempts;
    this.merchants = merchants;
    this.clock = clock;
  }

  /**
   * Why it may not be paid now; empty where it may, and then it counts as spent. What the carrier
   * refuses afterwards counts as well: a limit errs on the side of the shop.
   */
  public Optional<Refusal> whyNot(Order order, Shipment shipment, PlannedParcel parcel) {
    return stopped(order, shipment.node(), parcel.carrier())
        .or(() -> overOrder(order, parcel))
        .or(() -> overHour(parcel));
  }

  private Optional<Refusal> stopped(Order order, NodeId node, String carrier) {
    return stops.all().stream()
        .filter(stop ->
            stop.isOf(Scope.STORE, order.document().storeId().value())
                || stop.isOf(Scope.NODE, node.value())
                || stop.isOf(Scope.CARRIER, carrier))
        .findFirst()
        .map(AllowingPostage::refusal);
  }

  private static Refusal refusal(PostageStop stop) {
    return Refusal.of(
        Reason.POSTAGE_STOPPED,
        "%s stopped labels for the %s %s: %s. The order goes on by itself once that is lifted."
            .formatted(stop.by(), stop.scope().wireName(), stop.id(), stop.why()),
        Map.of("scope", stop.scope().wireName(), "id", stop.id()));
  }

  private Optional<Refusal> overOrder(Order order, PlannedParcel parcel) {
    Money limit = rules().mostFor(order.document().totals().shipping());
    if (limit == null) {
      return Optional.empty();
    }
    Money before =
        order.shipments().stream()
            .flatMap(shipment -> attempts.of(shipment.id()).stream())
            .filter(each -> each.state() == State.BOUGHT || each.state() == State.ORPHAN)
            .map(Attempt::cost)
            .filter(Objects::nonNull)
            .reduce(Money.zero(limit.currency()), Money::plus);
    Money all = before.plus(parcel.cost());
    return all.compareTo(limit) <= 0
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                Reason.SPEND_LIMIT,
                "Labels of this order would cost %s, and %s is the most for the shipping it paid. Raise orderPercent or orderAtLeast of rules.postage in the merchant file, then retry; or cancel."
                    .formatted(all.display(), limit.display()),
                Map.of("limit", "order", "most", limit.display(), "wanted", all.display())));
  }

  private Optional<Refusal> overHour(PlannedParcel parcel) {
    Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    PostageRules rules = rules();
    Map<String, Money> limits = new HashMap<>();
    Money ofCarrier = rules.perHourByCarrier().get(parcel.carrier());
    if (ofCarrier != null) {
      limits.put(parcel.carrier(), ofCarrier);
    }
    if (rules.perHour() != null) {
      limits.put(ALL, rules.perHour());
    }
    for (Map.Entry<String, Money> each : limits.entrySet()) {
      if (!spent.spend(each.getKey(), hour, parcel.cost(), each.getValue())) {
        return Optional.of(overHour(each.getKey(), each.getValue(), hour));
      }
    }
    return Optional.empty();
  }

  private static Refusal overHour(String whose, Money limit, Instant hour) {
    Instant next = hour.plus(Duration.ofHours(1));
    return Refusal.of(
        Reason.SPEND_LIMIT,
        "%s an hour is the most for labels%s, and it is spent. The order goes on by itself at %s; or raise it under rules.postage in the merchant file and retry."
            .formatted(limit.display(), whose.equals(ALL) ? "" : " of " + whose, next),
        Map.of("limit", whose, "most", limit.display(), "askAgainAt", next.toString()));
  }

  private PostageRules rules() {
    return merchants.current().rules().postage();
  }
}
