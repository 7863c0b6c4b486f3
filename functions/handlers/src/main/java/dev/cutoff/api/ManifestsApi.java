package dev.cutoff.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.dock.Manifest;
import dev.cutoff.dock.ManifestId;
import dev.cutoff.dock.application.ClosingManifest;
import dev.cutoff.dock.application.Manifests;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.stock.NodeId;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Manifests: what left with which truck, and closing a day now. */
final class ManifestsApi {
  private final Manifests manifests;
  private final ClosingManifest closing;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  ManifestsApi(
      Manifests manifests, ClosingManifest closing, Merchants merchants, InstantSource clock) {
    this.manifests = manifests;
    this.closing = closing;
    this.merchants = merchants;
    this.clock = clock;
  }

  HttpAnswer list(HttpRequest request) {
    Node node = node(request.query().get("node"));
    LocalDate date = date(request.query().get("date"), node);
    List<Map<String, Object>> items =
        manifests.from(node.id(), date).stream()
            .filter(each -> each.id().date().equals(date))
            .map(ManifestsApi::view)
            .toList();
    return HttpAnswer.json(200, OrdersApi.page(items, null));
  }

  HttpAnswer close(HttpRequest request) {
    JsonNode body = request.json();
    Node node = node(text(body, "node"));
    Carrier carrier = merchants.current().carriers().get(String.valueOf(text(body, "carrier")));
    if (carrier == null) {
      throw new BadRequest("carrier is one of " + merchants.current().carriers().keySet());
    }
    LocalDate date = date(text(body, "date"), node);
    Instant now = clock.instant();
    if (date.isAfter(now.atZone(node.zone()).toLocalDate())) {
      throw new BadRequest("a day is closed when it has come");
    }
    ManifestId id = new ManifestId(node.id(), carrier.id(), date);
    return switch (closing.close(id, now, request.who())) {
      case ClosingManifest.Outcome.Closed closed -> HttpAnswer.json(200, view(closed.manifest()));
      case ClosingManifest.Outcome.Refused refused ->
          HttpAnswer.problem(409, "Not closed", refused.why());
    };
  }

  private Node node(@Nullable String name) {
    Merchant merchant = merchants.current();
    return merchant.nodes().values().stream()
        .filter(each -> each.id().value().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new BadRequest(
                "node is one of "
                    + merchant.nodes().keySet().stream().map(NodeId::value).toList()));
  }

  /** Today at the node, where nobody says which day. */
  private LocalDate date(@Nullable String text, Node node) {
    try {
      return text == null
          ? clock.instant().atZone(node.zone()).toLocalDate()
          : LocalDate.parse(text);
    } catch (DateTimeException notOne) {
      throw new BadRequest("date is a day like 2026-11-24");
    }
  }

  private static @Nullable String text(JsonNode body, String name) {
    String value = body.path(name).asText("").strip();
    return value.isEmpty() ? null : value;
  }

  private static Map<String, Object> view(Manifest manifest) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("manifestId", manifest.id().reference());
    view.put("node", manifest.id().node().value());
    view.put("carrier", manifest.id().carrier());
    view.put("date", manifest.id().date().toString());
    view.put("state", manifest.state().name().toLowerCase(java.util.Locale.ROOT));
    view.put("cutoff", manifest.cutoff());
    view.put(
        "parcels",
        manifest.entries().stream()
            .map(each ->
                Map.of(
                    "shipmentId", each.shipmentId().value(),
                    "parcelId", each.parcelId(),
                    "trackingNumber", each.trackingNumber(),
                    "weightGrams", each.grams()))
            .toList());
    view.put(
        "missed",
        manifest.missed().stream()
            .map(each -> Map.of("shipmentId", each.shipmentId().value(), "why", each.why()))
            .toList());
    put(view, "carriersId", manifest.carriersId());
    String document = manifest.document();
    put(
        view,
        "document",
        document == null ? null : "/labels/" + document.substring(document.indexOf('/') + 1));
    put(view, "pickup", manifest.pickup());
    put(view, "closedAt", manifest.closedAt());
    put(view, "firstScanAt", manifest.firstScanAt());
    view.put("by", manifest.by());
    return view;
  }

  private static void put(Map<String, Object> view, String name, @Nullable Object value) {
    if (value != null) {
      view.put(name, value);
    }
  }
}
