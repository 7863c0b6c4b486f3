package dev.cutoff.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inbound.Inbound;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.inbound.application.Inbounds;
import dev.cutoff.inbound.application.PromisingInbound;
import dev.cutoff.inbound.application.ReceivingInbound;
import dev.cutoff.inbound.application.SlippingInbound;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What suppliers promise, when they are late, and what comes. */
final class InboundApi {
  private final Inbounds inbounds;
  private final PromisingInbound promising;
  private final SlippingInbound slipping;
  private final ReceivingInbound receiving;

  @Inject
  InboundApi(
      Inbounds inbounds,
      PromisingInbound promising,
      SlippingInbound slipping,
      ReceivingInbound receiving) {
    this.inbounds = inbounds;
    this.promising = promising;
    this.slipping = slipping;
    this.receiving = receiving;
  }

  /** Of a SKU what is still expected; else all deliveries, a page at a time. */
  HttpAnswer list(HttpRequest request) {
    String node = request.query().get("node");
    NodeId at = node == null ? null : StockApi.node(node);
    String sku = request.query().get("sku");
    if (sku != null) {
      List<Inbound> expected = expected(StockApi.sku(sku), at);
      return HttpAnswer.json(
          200, OrdersApi.page(expected.stream().map(InboundApi::view).toList(), null));
    }
    String cursor = request.query().get("cursor");
    if (cursor != null && !Inbound.isReference(cursor)) {
      throw new BadRequest("not a cursor that this list gave out");
    }
    Inbounds.Page page = inbounds.list(cursor);
    List<Map<String, Object>> items =
        page.items().stream()
            .filter(
                each -> at == null || each.lines().stream().anyMatch(it -> it.node().equals(at)))
            .map(InboundApi::view)
            .toList();
    return HttpAnswer.json(200, OrdersApi.page(items, page.cursor()));
  }

  private List<Inbound> expected(Sku sku, @Nullable NodeId node) {
    return inbounds.expected(List.of(sku)).stream()
        .filter(line -> node == null || line.node().equals(node))
        .map(InboundLine::reference)
        .distinct()
        .flatMap(reference -> inbounds.find(reference).stream())
        .toList();
  }

  HttpAnswer put(HttpRequest request) {
    JsonNode body = request.json();
    List<PromisingInbound.Stated> lines = new ArrayList<>();
    for (JsonNode line : body.path("lines")) {
      lines.add(
          new PromisingInbound.Stated(
              text(line, "line"),
              StockApi.sku(text(line, "sku")),
              StockApi.node(text(line, "node")),
              number(line, "quantity"),
              day(line, "expectedOn")));
    }
    String kind = body.path("kind").asText("purchase_order");
    Inbound.Kind read =
        Arrays.stream(Inbound.Kind.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(kind))
            .findFirst()
            .orElseThrow(() -> new BadRequest("kind is purchase_order or asn"));
    return switch (promising.promise(
        text(body, "reference"), read, body.path("supplier").asText(""), lines)) {
      case PromisingInbound.Outcome.Created created ->
          HttpAnswer.json(201, done("created", created.inbound()));
      case PromisingInbound.Outcome.Replaced replaced ->
          HttpAnswer.json(200, done("replaced", replaced.inbound()));
      case PromisingInbound.Outcome.Unchanged same ->
          HttpAnswer.json(200, done("unchanged", same.inbound()));
      case PromisingInbound.Outcome.Refused refused ->
          HttpAnswer.problem(400, "Not taken", refused.why());
      case PromisingInbound.Outcome.TooLate late ->
          HttpAnswer.problem(409, "Units came already", late.why());
    };
  }

  HttpAnswer slip(HttpRequest request) {
    JsonNode body = request.json();
    return switch (slipping.slip(
        request.part("reference"), text(body, "line"), day(body, "newDate"))) {
      case SlippingInbound.Outcome.Moved moved -> HttpAnswer.json(200, view(moved.line()));
      case SlippingInbound.Outcome.Refused refused ->
          HttpAnswer.problem(400, "Not moved", refused.why());
      case SlippingInbound.Outcome.NotFound missing ->
          HttpAnswer.problem(404, "Not found", missing.what());
    };
  }

  HttpAnswer receive(HttpRequest request) {
    JsonNode body = request.json();
    String line = body.path("line").asText("").strip();
    String sku = body.path("sku").asText("").strip();
    if (line.isEmpty() && sku.isEmpty()) {
      throw new BadRequest("a receipt names a line or a sku");
    }
    ReceivingInbound.Scan scan =
        new ReceivingInbound.Scan(
            text(body, "receiptId"),
            line.isEmpty() ? null : line,
            sku.isEmpty() ? null : StockApi.sku(sku),
            number(body, "quantity"),
            body.path("damaged").isMissingNode() ? 0 : number(body, "damaged"),
            StockApi.lot(body),
            body.path("last").asBoolean(false),
            request.who());
    return switch (receiving.receive(request.part("reference"), scan)) {
      case ReceivingInbound.Outcome.Received received ->
          HttpAnswer.json(200, Map.of("result", "received", "line", view(received.line())));
      case ReceivingInbound.Outcome.Already already ->
          HttpAnswer.json(200, Map.of("result", "already", "line", view(already.line())));
      case ReceivingInbound.Outcome.Differs differs ->
          HttpAnswer.problem(
              409,
              "Another receipt",
              "receipt %s told of %d good and %d damaged units of line %s: use another id"
                  .formatted(
                      differs.known().id(),
                      differs.known().good(),
                      differs.known().damaged(),
                      differs.known().line()));
      case ReceivingInbound.Outcome.Refused refused ->
          HttpAnswer.problem(400, "Not received", refused.why());
      case ReceivingInbound.Outcome.NotFound missing ->
          HttpAnswer.problem(404, "Not found", missing.what());
    };
  }

  private static Map<String, Object> done(String result, Inbound inbound) {
    return Map.of("result", result, "inbound", view(inbound));
  }

  private static Map<String, Object> view(Inbound inbound) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("reference", inbound.reference());
    view.put("kind", inbound.kind().name().toLowerCase(Locale.ROOT));
    view.put("supplier", inbound.supplier());
    view.put("lines", inbound.lines().stream().map(InboundApi::view).toList());
    return view;
  }

  private static Map<String, Object> view(InboundLine line) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("line", line.line());
    view.put("sku", line.sku().value());
    view.put("node", line.node().value());
    view.put("expectedOn", line.expectedOn().toString());
    view.put("expected", line.expected());
    view.put("received", line.received());
    view.put("damaged", line.damaged());
    view.put("open", line.open());
    view.put("promised", line.promised());
    view.put("over", line.over());
    view.put("missing", line.missing());
    return view;
  }

  private static String text(JsonNode body, String field) {
    String value = body.path(field).asText("").strip();
    if (value.isEmpty()) {
      throw new BadRequest(field + " is missing");
    }
    return value;
  }

  private static long number(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new BadRequest(field + " is to be a whole number");
    }
    return value.longValue();
  }

  private static LocalDate day(JsonNode body, String field) {
    try {
      return LocalDate.parse(text(body, field));
    } catch (DateTimeException bad) {
      throw new BadRequest(field + " is to be a day: 2026-12-01");
    }
  }
}
