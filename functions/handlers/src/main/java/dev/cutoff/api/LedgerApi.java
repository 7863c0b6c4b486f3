package dev.cutoff.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.BookingMovement;
import dev.cutoff.stock.application.Stock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The ledger of stock: read it, and report what moved. */
final class LedgerApi {
  private static final Duration LOOK_BACK = Duration.ofDays(30);
  private static final int NEWEST = 1_000;

  private final Stock stock;
  private final BookingMovement booking;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  LedgerApi(Stock stock, BookingMovement booking, Merchants merchants, InstantSource clock) {
    this.stock = stock;
    this.booking = booking;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** The newest thousand entries of a SKU at a node, all lots together, by time. */
  HttpAnswer show(HttpRequest request) {
    Sku sku = StockApi.sku(request.part("sku"));
    String asked = request.query().get("node");
    if (asked == null) {
      throw new BadRequest("say of which node: ?node=EAST");
    }
    NodeId node = StockApi.node(asked);
    String since = request.query().get("from");
    Instant from = since == null ? clock.instant().minus(LOOK_BACK) : StockApi.instant(since);
    if (merchants.current().item(sku).isEmpty()) {
      return HttpAnswer.problem(404, "No such SKU", "the merchant file has no stocked item " + sku);
    }
    List<Movement> all =
        Stream.concat(Stream.of(Shelf.of(sku, node)), lots(sku, node))
            .flatMap(shelf -> stock.ledger(shelf, from).stream())
            .sorted(Comparator.comparing(each -> each.cause().at()))
            .toList();
    return HttpAnswer.json(
        200,
        OrdersApi.page(
            all.subList(Math.max(0, all.size() - NEWEST), all.size()).stream()
                .map(LedgerApi::view)
                .toList(),
            null));
  }

  private Stream<Shelf> lots(Sku sku, NodeId node) {
    return stock.levels(List.of(sku)).stream()
        .filter(level -> level.node().equals(node) && level.lot() != null)
        .map(StockLevel::shelf);
  }

  HttpAnswer book(HttpRequest request) {
    JsonNode body = request.json();
    JsonNode units = body.path("units");
    if (!units.isIntegralNumber() || !units.canConvertToLong()) {
      throw new BadRequest("units is to be a whole number");
    }
    String id = text(body, "id", 128);
    Instant at =
        body.path("at").isMissingNode() ? clock.instant() : StockApi.instant(text(body, "at", 64));
    BookingMovement.Outcome outcome =
        booking.book(
            id,
            new Shelf(
                StockApi.sku(text(body, "sku", 64)),
                StockApi.node(text(body, "node", 16)),
                StockApi.lot(body)),
            kind(text(body, "kind", 32)),
            units.longValue(),
            new Cause(at, request.who(), text(body, "why", 200)));
    return switch (outcome) {
      case BookingMovement.Outcome.Refused refused ->
          HttpAnswer.problem(400, "Not booked", refused.why());
      case BookingMovement.Outcome.Reported reported ->
          switch (reported.result()) {
            case Stock.Booked.Done done -> booked("booked", id);
            case Stock.Booked.Already already -> booked("duplicate", id);
            case Stock.Booked.Refused refused -> refused(refused.level());
          };
    };
  }

  private static HttpAnswer booked(String result, String id) {
    return HttpAnswer.json(200, Map.of("result", result, "id", id));
  }

  private static HttpAnswer refused(StockLevel level) {
    return HttpAnswer.problem(
        409,
        "Not so many units there",
        "%s: %d are free and %d unavailable; the rest is reserved or picked. Cancel orders first, or count."
            .formatted(level.shelf(), level.available(), level.unavailable()));
  }

  private static Map<String, Object> view(Movement each) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", each.id());
    view.put("kind", each.kind().name().toLowerCase(Locale.ROOT));
    view.put("onHand", each.onHand());
    view.put("unavailable", each.unavailable());
    view.put("at", each.cause().at());
    view.put("by", each.cause().by());
    view.put("why", each.cause().why());
    OrderId orderId = each.orderId();
    if (orderId != null) {
      view.put("orderId", orderId.value());
    }
    Lot lot = each.shelf().lot();
    if (lot != null) {
      view.put("lot", lot.id());
    }
    return view;
  }

  private static Movement.Kind kind(String text) {
    return Arrays.stream(Movement.Kind.values())
        .filter(each -> each.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() ->
            new BadRequest(
                "kind is returned, damaged, quarantined, cleared or written_off, not " + text));
  }

  private static String text(JsonNode body, String field, int longest) {
    String value = body.path(field).asText("").strip();
    if (value.isEmpty() || value.length() > longest) {
      throw new BadRequest(
          "a movement is {id, sku, node, kind, units, why}; %s is missing or longer than %d"
              .formatted(field, longest));
    }
    return value;
  }
}
