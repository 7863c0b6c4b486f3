package dev.cutoff.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.cutoff.adapter.carrier.ratecard.WebhookSignature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A shop that takes signed webhooks as it should: it checks the signature and the time, drops what
 * it has by its id, and of an order keeps the newest version it saw.
 */
final class FakeWebhookShop implements FakeStore {
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final String webhookSecret;
  private final String apiSecret;
  private final InstantSource clock;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, List<String>> told = new TreeMap<>();
  private final Map<String, JsonNode> newest = new TreeMap<>();

  FakeWebhookShop(String webhookSecret, String apiSecret, InstantSource clock) {
    this.webhookSecret = webhookSecret;
    this.apiSecret = apiSecret;
    this.clock = clock;
  }

  @Override
  public void place(ObjectNode order) {
    log(order.path("data").path("id").asText());
  }

  @Override
  public Answer answer(Asked asked) {
    String id = asked.headers().getOrDefault(WebhookSignature.ID, "");
    String timestamp = asked.headers().getOrDefault(WebhookSignature.TIMESTAMP, "0");
    Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
    String right = signature(id, at, asked.body().toString());
    boolean fresh = Duration.between(at, clock.instant()).abs().compareTo(FRESH) <= 0;
    if (!fresh || !asked.headers().getOrDefault(WebhookSignature.SIGNATURE, "").equals(right)) {
      return new Answer(401, nodes.objectNode().put("message", "the signature is wrong"));
    }
    JsonNode data = asked.body().path("data");
    String order = data.path("externalId").asText();
    if (seen.add(id)) {
      log(order).add(asked.body().path("type").asText() + " " + id);
    }
    JsonNode known = newest.get(order);
    if (known == null || known.path("version").asLong() <= data.path("version").asLong()) {
      newest.put(order, data);
    }
    return new Answer(200, nodes.objectNode());
  }

  @Override
  public SignedWebhook webhook(String topic, byte[] body, int delivery) {
    String id = "msg_" + delivery;
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", "application/json");
    headers.put(WebhookSignature.ID, id);
    headers.put(WebhookSignature.TIMESTAMP, Long.toString(clock.instant().getEpochSecond()));
    headers.put(
        WebhookSignature.SIGNATURE,
        WebhookSignature.sign(webhookSecret, id, clock.instant(), body));
    return new SignedWebhook(headers, body);
  }

  @Override
  public List<String> told(String externalId) {
    return List.copyOf(log(externalId));
  }

  @Override
  public Map<String, String> parcels(String externalId) {
    Map<String, String> parcels = new TreeMap<>();
    JsonNode order = newest.getOrDefault(externalId, nodes.objectNode());
    for (JsonNode shipment : order.path("shipments")) {
      for (JsonNode parcel : shipment.path("parcels")) {
        parcels.put(parcel.path("trackingNumber").asText(), parcel.path("trackingStatus").asText());
      }
    }
    return parcels;
  }

  @Override
  public String what(Asked asked) {
    return asked.body().path("type").asText();
  }

  @Override
  public List<String> mails(String externalId) {
    return List.of();
  }

  @Override
  public void byHand(String externalId, ByHand act) {
    throw new IllegalArgumentException("nobody does anything in this shop");
  }

  @Override
  public void stock(String sku, String location, long units) {
    throw new IllegalArgumentException("this shop has no stock of its own");
  }

  @Override
  public Map<String, Long> stock(String sku) {
    return Map.of();
  }

  @Override
  public Map.Entry<String, ObjectNode> stockNews(String sku, String location) {
    throw new IllegalArgumentException("this shop says nothing of stock");
  }

  @Override
  public boolean isAboutStock(Asked asked) {
    return false;
  }

  @Override
  public boolean setsStock(Asked asked) {
    return false;
  }

  /** By the standard's own library: what signs the message is not what checks it. */
  private String signature(String id, Instant at, String body) {
    try {
      return new Webhook(apiSecret).sign(id, at.getEpochSecond(), body);
    } catch (EmptyWebhookSecretException | WebhookSigningException impossible) {
      throw new IllegalStateException("the secret is none to sign with", impossible);
    }
  }

  private List<String> log(String order) {
    return told.computeIfAbsent(order, any -> new ArrayList<>());
  }
}
