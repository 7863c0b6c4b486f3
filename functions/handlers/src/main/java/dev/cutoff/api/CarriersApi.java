package dev.cutoff.api;

import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.Latencies;
import dev.cutoff.effect.application.Breaker;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Merchants;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How carriers answer, as far as this process has asked them. */
final class CarriersApi {
  private final CarrierHealth health;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  CarriersApi(CarrierHealth health, Merchants merchants, InstantSource clock) {
    this.health = health;
    this.merchants = merchants;
    this.clock = clock;
  }

  HttpAnswer list() {
    Instant now = clock.instant();
    List<CarrierHealth.Row> rows = health.rows();
    return HttpAnswer.json(
        200,
        OrdersApi.page(
            merchants.current().carriers().values().stream()
                .map(carrier -> view(carrier, rows, now))
                .toList(),
            null));
  }

  private static Map<String, Object> view(
      Carrier carrier, List<CarrierHealth.Row> rows, Instant now) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("carrier", carrier.id());
    view.put("name", carrier.name());
    view.put("provider", carrier.provider());
    view.put(
        "operations",
        rows.stream()
            .filter(row -> row.carrier().equals(carrier.id()))
            .filter(row -> row.seen().latencies().figures().asked() > 0)
            .map(row -> view(row, now))
            .toList());
    return view;
  }

  private static Map<String, Object> view(CarrierHealth.Row row, Instant now) {
    Latencies.Figures figures = row.seen().latencies().figures();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("operation", row.operation().name().toLowerCase(Locale.ROOT));
    view.put("breaker", view(row.seen().breaker().state(now)));
    view.put("asked", figures.asked());
    view.put("failures", figures.failures());
    view.put("p50Millis", figures.p50().toMillis());
    view.put("p99Millis", figures.p99().toMillis());
    Latencies.Failure last = figures.last();
    if (last != null) {
      view.put("lastFailure", Map.of("at", last.at(), "why", last.why()));
    }
    return view;
  }

  private static Map<String, Object> view(Breaker.State state) {
    return switch (state) {
      case Breaker.State.Closed closed -> Map.of("state", "closed");
      case Breaker.State.Open open ->
          Map.of("state", "open", "until", open.until(), "why", open.why());
      case Breaker.State.HalfOpen half -> Map.of("state", "half_open", "why", half.why());
    };
  }
}
