package dev.cutoff.adapter.carrier.karrio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * As much of Karrio as the provider uses, with the answers that 2026.1.32 was seen to give, and a
 * ledger of what was paid. The same tests run against a true one in LiveKarrioContractTest.
 */
final class FakeKarrio implements AutoCloseable {
  static final String TOKEN = "key_0123456789abcdef0123456789abcdef";
  private static final double MOST_KILOGRAMS = 30;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, ObjectNode> shipments = new LinkedHashMap<>();
  private final Map<String, byte[]> labels = new LinkedHashMap<>();
  private long bought;
  private int made;

  private record Answer(int status, JsonNode body) {}

  private FakeKarrio(HttpServer server) {
    this.server = server;
  }

  static FakeKarrio start() {
    try {
      InetAddress here = InetAddress.getLoopbackAddress();
      FakeKarrio karrio = new FakeKarrio(HttpServer.create(new InetSocketAddress(here, 0), 0));
      karrio.server.setExecutor(karrio.threads);
      karrio.server.createContext("/v1/", karrio::serve);
      karrio.server.start();
      return karrio;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  synchronized long bought() {
    return bought;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String given = exchange.getRequestHeaders().getFirst("Authorization");
      Answer answer =
          ("Token " + TOKEN).equals(given)
              ? answer(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body))
              : no(401, "Invalid token");
      byte[] bytes = JSON.writeValueAsBytes(answer.body());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private synchronized Answer answer(String method, URI uri, JsonNode body) {
    String[] path = uri.getPath().split("/", -1);
    String last = path[path.length - 1];
    return switch (method + " " + last) {
      case "POST rates" -> path.length == 4 ? rates(body) : again(path[3]);
      case "GET shipments" -> list(uri.getRawQuery());
      case "POST shipments" -> draft(body);
      case "POST purchase" -> purchase(path[3], body);
      case "POST cancel" -> cancel(path[3]);
      case "POST label" -> label(path[3]);
      case "GET trackers" -> yes(JSON.createObjectNode().set("results", JSON.createArrayNode()));
      default -> no(404, "Resource not found");
    };
  }

  private Answer rates(JsonNode body) {
    ObjectNode answer = JSON.createObjectNode();
    answer.putArray("messages");
    answer.set("rates", prices(body));
    return yes(answer);
  }

  /** What is too heavy or abroad has no price, and no word is said of it. */
  private ArrayNode prices(JsonNode body) {
    ArrayNode rates = JSON.createArrayNode();
    double kilograms = body.path("parcels").path(0).path("weight").doubleValue();
    boolean served = body.path("recipient").path("country_code").asText().equals("US");
    if (kilograms <= MOST_KILOGRAMS && served) {
      rates.add(rate("north", "north_ground", "11.4", 4));
      rates.add(rate("north", "north_2day", "21.9", 2));
    }
    return rates;
  }

  private ObjectNode rate(String carrier, String service, String charge, int days) {
    return JSON.createObjectNode()
        .put("id", "rat_" + ++made)
        .put("carrier_id", carrier)
        .put("currency", "USD")
        .put("service", service)
        .put("total_charge", new BigDecimal(charge))
        .put("transit_days", days)
        .put("test_mode", false);
  }

  private Answer draft(JsonNode body) {
    ObjectNode shipment = body.deepCopy();
    String id = "shp_" + ++made;
    shipment.put("id", id).put("status", "draft").put("created_at", "2026-11-30 " + made);
    shipment.set("rates", prices(body));
    shipments.put(id, shipment);
    return new Answer(201, shipment);
  }

  private Answer again(String id) {
    ObjectNode shipment = shipments.get(id);
    if (shipment == null || !status(shipment).equals("draft")) {
      return no(409, "Shipment is in no state to be updated");
    }
    shipment.set("rates", prices(shipment));
    return yes(shipment);
  }

  private Answer list(String query) {
    String wanted = "";
    for (String each : query.split("&", -1)) {
      if (each.startsWith("reference=")) {
        wanted = URLDecoder.decode(each.substring(10), StandardCharsets.UTF_8);
      }
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode results = answer.putArray("results");
    for (ObjectNode each : shipments.values()) {
      if (each.path("reference").asText().contains(wanted)) {
        results.add(each.deepCopy().without("shipping_documents"));
      }
    }
    return yes(answer.put("count", results.size()));
  }

  private Answer purchase(String id, JsonNode body) {
    ObjectNode shipment = shipments.get(id);
    if (shipment == null) {
      return no(404, "Resource not found");
    }
    if (!status(shipment).equals("draft")) {
      return no(409, "The shipment is '" + status(shipment) + "' and cannot be purchased again");
    }
    for (JsonNode rate : shipment.path("rates")) {
      if (rate.path("id").equals(body.path("selected_rate_id"))) {
        bought++;
        shipment.put("status", "created").put("tracking_number", "1Z" + id.substring(4));
        shipment.set("selected_rate", rate);
        labels.put(id, LabelPapers.pdf(id));
        ObjectNode answer = shipment.deepCopy();
        answer.putArray("shipping_documents").add(document(id));
        return yes(answer);
      }
    }
    return no(400, "selected_rate_id: no such rate");
  }

  private ObjectNode document(String id) {
    return JSON.createObjectNode()
        .put("category", "label")
        .put("format", "PDF")
        .put("base64", Base64.getEncoder().encodeToString(labels.getOrDefault(id, new byte[0])));
  }

  private Answer label(String id) {
    return labels.containsKey(id) ? yes(document(id)) : no(404, "Shipment has no label");
  }

  private Answer cancel(String id) {
    ObjectNode shipment = shipments.get(id);
    if (shipment == null) {
      return no(404, "Resource not found");
    }
    boolean again = status(shipment).equals("cancelled");
    shipment.put("status", "cancelled");
    return new Answer(again ? 202 : 200, shipment);
  }

  private static String status(ObjectNode shipment) {
    return shipment.path("status").asText();
  }

  private static Answer yes(JsonNode body) {
    return new Answer(200, body);
  }

  private static Answer no(int status, String message) {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("errors").addObject().put("code", "error").put("message", message);
    return new Answer(status, body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
