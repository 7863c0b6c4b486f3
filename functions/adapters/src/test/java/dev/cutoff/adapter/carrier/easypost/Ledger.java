package dev.cutoff.adapter.carrier.easypost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * EasyPost as its documentation tells it, with a ledger: a shipment is made free of charge, is
 * found by its reference, and is bought once.
 */
final class Ledger implements Loopback.Answering {
  private final Map<String, ObjectNode> shipments = new LinkedHashMap<>();
  private final List<String> charged = new ArrayList<>();
  private String rate = "5.93";
  private String currency = "USD";
  private boolean rates = true;
  private boolean wallet = true;
  private boolean scanned;
  private int forms;
  private @Nullable String refusal;
  private @Nullable String base;
  private Fault fault = Fault.NONE;

  /** What happens to a payment on its way. */
  enum Fault {
    NONE,
    /** It never comes in. */
    LOST_BEFORE,
    /** It is charged, and the connection breaks before the answer. */
    LOST_AFTER
  }

  void charges(String price, String in) {
    rate = price;
    currency = in;
  }

  /** Where documents are said to be; where it was asked, at first. */
  void isReachedAt(String address) {
    base = address;
  }

  void hasNoRates() {
    rates = false;
  }

  void walletIsEmpty() {
    wallet = false;
  }

  void refuses(String code) {
    refusal = code;
  }

  /** From now on no label is given back. */
  void isScanned() {
    scanned = true;
  }

  void next(Fault payment) {
    fault = payment;
  }

  /** Ids of shipments that were paid for, once for each payment. */
  synchronized List<String> charged() {
    return List.copyOf(charged);
  }

  synchronized int made() {
    return shipments.size();
  }

  @Override
  public synchronized Loopback.@Nullable Reply answer(Loopback.Asked asked, HttpExchange exchange)
      throws IOException {
    String[] path = asked.path().split("/", -1);
    switch (asked.line()) {
      case "POST /v2/shipments" -> {
        return made(asked, exchange);
      }
      case "POST /v2/scan_forms" -> {
        return form(asked, exchange);
      }
      case "POST /v2/addresses" -> {
        return yes(address(asked));
      }
      case "GET /v2/trackers" -> {
        return new Loopback.Reply(
            200, "{\"trackers\":[{\"tracking_code\":\"9400\",\"tracking_details\":[]}]}");
      }
      case "GET /v2/users" -> {
        return new Loopback.Reply(200, "{\"id\":\"user_1\",\"balance\":\"12.34567\"}");
      }
      default -> {}
    }
    if (path.length < 4 || !path[2].equals("shipments")) {
      return no(404, "NOT_FOUND", "there is no such thing");
    }
    ObjectNode shipment = find(path[3]);
    if (shipment == null) {
      return no(404, "NOT_FOUND", "The requested resource could not be found.");
    }
    return switch (path.length == 4 ? "" : path[4]) {
      case "" -> yes(shipment);
      case "rerate" -> {
        rate(shipment);
        yield yes(shipment);
      }
      case "buy" -> buy(shipment, exchange);
      case "refund" -> refund(shipment);
      default -> no(404, "NOT_FOUND", "there is no such thing");
    };
  }

  private @Nullable ObjectNode find(String idOrReference) {
    return shipments.values().stream()
        .filter(each ->
            each.path("id").asText().equals(idOrReference)
                || each.path("reference").asText().equals(idOrReference))
        .findFirst()
        .orElse(null);
  }

  private Loopback.Reply made(Loopback.Asked asked, HttpExchange exchange) {
    ObjectNode shipment = Loopback.JSON.createObjectNode();
    String id = "shp_" + (shipments.size() + 1);
    shipment.put("id", id).put("object", "Shipment");
    shipment.set("reference", asked.body().at("/shipment/reference"));
    shipment.putArray("fees");
    shipment
        .putArray("messages")
        .addObject()
        .put("carrier", "USPS")
        .put("carrier_account_id", EasyPosts.ACCOUNT)
        .put("type", "rate_error")
        .put("message", "Package weight exceeds 70 lb");
    shipment.set("parcel", asked.body().at("/shipment/parcel"));
    shipment.put("label_base", here(exchange));
    rate(shipment);
    shipments.put(id, shipment);
    return yes(shipment);
  }

  /** It delivers everywhere, in capitals. */
  private static ObjectNode address(Loopback.Asked asked) {
    ObjectNode address = asked.body().path("address").deepCopy();
    address.put("street1", address.path("street1").asText().toUpperCase(java.util.Locale.ROOT));
    address
        .putObject("verifications")
        .putObject("delivery")
        .put("success", true)
        .putArray("errors");
    return address;
  }

  /** A shipment is on one form at most. */
  private Loopback.Reply form(Loopback.Asked asked, HttpExchange exchange) {
    ObjectNode form = Loopback.JSON.createObjectNode();
    form.put("id", "sf_" + ++forms).put("status", "created");
    form.put("form_url", here(exchange) + "/files/form.pdf");
    form.put("form_file_type", "application/pdf");
    var codes = form.putArray("tracking_codes");
    for (var each : asked.body().path("shipments")) {
      ObjectNode shipment = find(each.path("id").asText());
      if (shipment == null || !shipment.hasNonNull("postage_label")) {
        return no(422, "SCAN_FORM.SHIPMENTS.INVALID", "a shipment has no label");
      }
      if (shipment.hasNonNull("scan_form")) {
        return no(422, "SCAN_FORM.CREATE.FAILURE", "a shipment is on another form");
      }
      codes.add(shipment.path("tracking_code").asText());
      shipment.set("scan_form", form);
    }
    return yes(form);
  }

  private String here(HttpExchange exchange) {
    return base != null ? base : "http://" + exchange.getRequestHeaders().getFirst("Host");
  }

  private void rate(ObjectNode shipment) {
    var all = shipment.putArray("rates");
    boolean carried = shipment.path("parcel").path("weight").asDouble() < 70 * 16;
    if (rates && carried) {
      all.addObject()
          .put("id", "rate_" + shipment.path("id").asText())
          .put("carrier", "USPS")
          .put("service", "GroundAdvantage")
          .put("carrier_account_id", EasyPosts.ACCOUNT)
          .put("rate", rate)
          .put("currency", currency)
          .put("delivery_days", 3);
    }
  }

  private Loopback.@Nullable Reply buy(ObjectNode shipment, HttpExchange exchange)
      throws IOException {
    Fault now = fault;
    fault = Fault.NONE;
    if (now == Fault.LOST_BEFORE) {
      exchange.close();
      return null;
    }
    if (refusal != null) {
      return no(422, refusal, "Unable to buy with the key " + EasyPosts.KEY);
    }
    if (shipment.hasNonNull("postage_label")) {
      return no(422, "SHIPMENT.POSTAGE.EXISTS", "Postage already exists for this shipment.");
    }
    if (!wallet) {
      return no(402, "INSUFFICIENT_FUNDS", "Insufficient funds. Please add funds.");
    }
    charged.add(shipment.path("id").asText());
    shipment.set("selected_rate", shipment.path("rates").get(0));
    shipment.put("tracking_code", "9400" + charged.size());
    shipment
        .putObject("postage_label")
        .put("label_url", shipment.path("label_base").asText() + "/files/label.pdf")
        .put("label_file_type", "application/pdf");
    if (now == Fault.LOST_AFTER) {
      exchange.close();
      return null;
    }
    return yes(shipment);
  }

  private Loopback.Reply refund(ObjectNode shipment) {
    if (shipment.hasNonNull("refund_status")) {
      return no(422, "SHIPMENT.REFUND.UNAVAILABLE", "Refund was requested already.");
    }
    if (scanned) {
      return no(422, "SHIPMENT.REFUND.FAILURE", "The label was scanned by the carrier.");
    }
    shipment.put("refund_status", "submitted");
    return yes(shipment);
  }

  private static Loopback.Reply yes(ObjectNode shipment) {
    return new Loopback.Reply(200, shipment.toString());
  }

  private static Loopback.Reply no(int status, String code, String message) {
    ObjectNode body = Loopback.JSON.createObjectNode();
    body.putObject("error").put("code", code).put("message", message).putArray("errors");
    return new Loopback.Reply(status, body.toString());
  }
}
