package dev.cutoff.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.availability.application.ShownStock;
import dev.cutoff.inbound.application.Inbounds;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.ObservingStock;
import dev.cutoff.stock.application.Stock;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stock: what is where, and counts. */
final class StockApi {
  private final Stock stock;
  private final ObservingStock observing;
  private final Inbounds inbounds;
  private final Merchants merchants;
  private final ShownStock shown;

  @Inject
  StockApi(
      Stock stock,
      ObservingStock observing,
      Inbounds inbounds,
      Merchants merchants,
      ShownStock shown) {
    this.inbounds = inbounds;
    this.stock = stock;
    this.observing = observing;
    this.merchants = merchants;
    this.shown = shown;
  }

  HttpAnswer show(HttpRequest request) {
    Sku sku = sku(request.part("sku"));
    List<StockLevel> levels = stock.levels(List.of(sku));
    List<Map<String, Object>> stores = StoresView.of(shown.of(sku));
    if (levels.isEmpty() && stores.isEmpty() && merchants.current().item(sku).isEmpty()) {
      return HttpAnswer.problem(404, "No such SKU", "the merchant file has no stocked item " + sku);
    }
    List<Map<String, Object>> items = new ArrayList<>();
    Map<NodeId, Long> inbound = inbound(sku);
    for (StockLevel level : levels) {
      // Of several lots of a node the first shows what is inbound, so that the sum is right.
      Long expected = inbound.remove(level.node());
      items.add(view(level, expected == null ? 0 : expected));
    }
    inbound.forEach((node, units) -> items.add(view(StockLevel.none(Shelf.of(sku, node)), units)));
    Map<String, Object> page = new LinkedHashMap<>(OrdersApi.page(items, null));
    page.put("stores", stores);
    return HttpAnswer.json(200, page);
  }

  /** Units still to come, by node. */
  private Map<NodeId, Long> inbound(Sku sku) {
    Map<NodeId, Long> units = new TreeMap<>();
    inbounds.expected(List.of(sku)).stream()
        .filter(line -> line.open() > 0)
        .forEach(line -> units.merge(line.node(), line.open(), Long::sum));
    return units;
  }

  HttpAnswer observe(HttpRequest request) {
    JsonNode body = request.json();
    JsonNode count = body.path("count");
    if (!count.isIntegralNumber() || !count.canConvertToLong()) {
      throw new BadRequest("count is to be a whole number");
    }
    ObservingStock.Outcome outcome =
        observing.observe(
            new Shelf(sku(text(body, "sku")), node(text(body, "node")), lot(body)),
            count.longValue(),
            instant(text(body, "observedAt")),
            text(body, "source"));
    return switch (outcome) {
      case ObservingStock.Outcome.Refused refused ->
          HttpAnswer.problem(400, "Not counted", refused.why());
      case ObservingStock.Outcome.Observed observed ->
          switch (observed.result()) {
            case Stock.Observed.Taken taken -> observed("taken", taken.level());
            case Stock.Observed.Stale stale -> observed("stale", stale.level());
            case Stock.Observed.Differs differs ->
                HttpAnswer.json(
                    200,
                    Map.of(
                        "result", "differs",
                        "level", view(differs.level()),
                        "exceptionId", exceptionId(observed)));
            case Stock.Observed.BelowReserved below ->
                HttpAnswer.problem(
                    409,
                    "More units are reserved than were counted",
                    "%d of %s are reserved or picked at %s: count again, or cancel orders first"
                        .formatted(
                            below.level().reserved() + below.level().picked(),
                            below.level().sku(),
                            below.level().node()),
                    Map.of("level", view(below.level()), "exceptionId", exceptionId(observed)));
          };
    };
  }

  private static String exceptionId(ObservingStock.Outcome.Observed observed) {
    return Objects.requireNonNull(observed.exception()).id();
  }

  private HttpAnswer observed(String result, StockLevel level) {
    return HttpAnswer.json(200, Map.of("result", result, "level", view(level)));
  }

  private Map<String, Object> view(StockLevel level) {
    return view(level, inbound(level.sku()).getOrDefault(level.node(), 0L));
  }

  private Map<String, Object> view(StockLevel level, long inbound) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("sku", level.sku().value());
    view.put("node", level.node().value());
    Lot lot = level.lot();
    if (lot != null) {
      view.put("lot", lot.id());
      view.put("expiresOn", lot.expiresOn().toString());
    }
    view.put("onHand", level.onHand());
    view.put("reserved", level.reserved());
    view.put("picked", level.picked());
    view.put("unavailable", level.unavailable());
    view.put("available", level.available());
    view.put("safety", merchants.current().safetyStock().units(level.sku(), level.node()));
    view.put("inbound", inbound);
    return view;
  }

  static @Nullable Lot lot(JsonNode body) {
    if (body.path("lot").isMissingNode() && body.path("expiresOn").isMissingNode()) {
      return null;
    }
    try {
      return new Lot(text(body, "lot"), LocalDate.parse(text(body, "expiresOn")));
    } catch (DateTimeParseException | IllegalArgumentException wrong) {
      throw new BadRequest("a lot has an id and a day: {lot: \"L1\", expiresOn: \"2027-03-31\"}");
    }
  }

  private static String text(JsonNode body, String field) {
    String value = body.path(field).asText("").strip();
    if (value.isEmpty()) {
      throw new BadRequest(
          "an observation is {sku, node, count, observedAt, source}; " + field + " is missing");
    }
    return value;
  }

  static Sku sku(String text) {
    try {
      return new Sku(text);
    } catch (IllegalArgumentException bad) {
      throw new BadRequest("a SKU is 1 to 64 characters");
    }
  }

  static NodeId node(String text) {
    try {
      return new NodeId(text);
    } catch (IllegalArgumentException bad) {
      throw new BadRequest("a node id is up to 16 capital letters, digits and '-'");
    }
  }

  static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException bad) {
      throw new BadRequest("observedAt is to be ISO 8601 with an offset");
    }
  }
}
