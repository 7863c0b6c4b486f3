package dev.cutoff.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Promise;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.application.Plan;
import dev.cutoff.plan.application.PromiseAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of GET /promise. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PromiseView(
    boolean available,
    String deliverBy,
    String zone,
    double chance,
    String expectedOn,
    String basis,
    @Nullable LateView late,
    Money cost,
    List<Quote.Component> components,
    List<ShipmentView> shipments,
    Instant orderBefore,
    String quote,
    Instant quoteExpiresAt) {

  /** The day that can't be kept, and what is promised instead. */
  record LateView(String missed, String message) {}

  record ShipmentView(
      String node,
      String carrier,
      String service,
      List<String> boxes,
      String shipDate,
      Instant shipBy,
      String expectedOn,
      Money cost,
      double chance) {}

  /** The answer where nothing can be promised. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Unavailable(
      boolean available,
      String reason,
      String message,
      Map<String, String> facts,
      @Nullable String expectedOn) {
    static Unavailable of(PromiseAnswer.Unavailable not) {
      return new Unavailable(
          false,
          not.reason(),
          not.message(),
          not.facts(),
          not.expectedOn().map(LocalDate::toString).orElse(null));
    }
  }

  static PromiseView of(PromiseAnswer.Promised promised) {
    Promise promise = promised.promise();
    Plan plan = promised.plan();
    return new PromiseView(
        true,
        promise.deliverBy().toString(),
        promise.zone().getId(),
        promise.confidence(),
        plan.deliveryDate().toString(),
        promise.basis(),
        promised.missed().map(day -> late(day, promise)).orElse(null),
        plan.cost(),
        plan.legs().stream().flatMap(leg -> leg.components().stream()).toList(),
        plan.legs().stream().map(PromiseView::shipment).toList(),
        promised.orderBefore(),
        promised.quote(),
        promised.expiresAt());
  }

  private static LateView late(LocalDate missed, Promise promise) {
    return new LateView(
        missed.toString(),
        "%s can't be kept; %s is the first day that can".formatted(missed, promise.deliverBy()));
  }

  private static ShipmentView shipment(Plan.Leg leg) {
    return new ShipmentView(
        leg.node().value(),
        leg.carrier(),
        leg.service(),
        leg.parcels().stream().map(each -> each.box().id()).toList(),
        leg.day().date().toString(),
        leg.day().cutoff(),
        leg.deliveryDate().toString(),
        leg.cost(),
        leg.chance());
  }
}
