package dev.cutoff.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.BuyingReturnLabel;
import dev.cutoff.shipment.application.BuyingReturnLabel.Wish;
import dev.cutoff.shipment.application.LabelAttempts.Asked;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.stock.NodeId;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way back: labels that customers put on what they return. */
final class ReturnsApi {
  private static final int LONGEST = 128;
  private static final long HEAVIEST = 1_000_000;
  private static final int MOST_REQUESTS = 99;

  private final BuyingReturnLabel buying;

  @Inject
  ReturnsApi(BuyingReturnLabel buying) {
    this.buying = buying;
  }

  HttpAnswer label(HttpRequest request) {
    ShipmentId id = ShipmentsApi.id(request.part("shipmentId"));
    JsonNode body = request.json();
    Wish wish =
        new Wish(
            id,
            text(body, "parcelId"),
            Math.toIntExact(number(body, "request", 1, MOST_REQUESTS)),
            node(body),
            body.has("weightGrams") ? (Long) number(body, "weightGrams", 1, HEAVIEST) : null,
            request.who());
    return switch (buying.buy(wish)) {
      case BuyingReturnLabel.Outcome.Bought bought -> HttpAnswer.json(200, view(bought.attempt()));
      case BuyingReturnLabel.Outcome.Refused refused ->
          HttpAnswer.problem(409, "No return label", refused.why());
      case BuyingReturnLabel.Outcome.NotFound none ->
          HttpAnswer.problem(404, "Not found", none.what());
    };
  }

  private static Map<String, Object> view(Attempt attempt) {
    Asked asked = attempt.asked();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("parcelId", attempt.parcelId());
    view.put("shipmentId", attempt.shipmentId().value());
    view.put("orderId", attempt.orderId().value());
    view.put("node", asked == null ? null : asked.node().value());
    view.put("carrier", attempt.carrier());
    view.put("service", attempt.service());
    view.put("trackingNumber", attempt.trackingNumber());
    view.put("cost", attempt.cost());
    view.put("voidBy", attempt.voidBy());
    Map<String, Object> files = new LinkedHashMap<>();
    files.put("pdf", file(attempt.labelPdf()));
    files.put("zpl", file(attempt.labelZpl()));
    view.put("label", files);
    return view;
  }

  private static @Nullable String file(@Nullable String key) {
    return key == null ? null : OrderView.file(key);
  }

  private static @Nullable NodeId node(JsonNode body) {
    String node = text(body, "node");
    return node == null ? null : StockApi.node(node);
  }

  private static long number(JsonNode body, String name, long otherwise, long most) {
    JsonNode value = body.path(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isIntegralNumber() || value.asLong() < 1 || value.asLong() > most) {
      throw new BadRequest(name + " is a whole number from 1 to " + most);
    }
    return value.asLong();
  }

  private static @Nullable String text(JsonNode body, String name) {
    JsonNode value = body.path(name);
    if (value.isMissingNode()) {
      return null;
    }
    String text = value.asText("").strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new BadRequest(name + " is 1 to " + LONGEST + " characters");
    }
    return text;
  }
}
