package dev.cutoff.adapter.channel.webhook;

import dev.cutoff.adapter.carrier.ratecard.WebhookSignature;
import dev.cutoff.adapter.channel.Part;
import dev.cutoff.merchant.Store;
import dev.cutoff.order.application.Channel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;

/**
 * The orders of any shop: {@code {"type":"order.created","data":{…}}}, signed after
 * standardwebhooks.com. An old message that somebody sends again is an old version of its order, so
 * its time decides nothing.
 */
public final class WebhookChannel implements Channel {
  /** As the merchant file names it. */
  public static final String NAME = "webhook";

  private static final int MOST_SIGNATURES = 10;

  private final WebhookOrders orders = new WebhookOrders();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Authenticity authenticate(Map<String, String> headers, byte[] body, String secret) {
    String id = headers.getOrDefault(WebhookSignature.ID, "");
    String timestamp = headers.getOrDefault(WebhookSignature.TIMESTAMP, "");
    if (id.isBlank() || !timestamp.matches("[1-9][0-9]{0,11}")) {
      return Authenticity.FORGED;
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
    byte[] right = WebhookSignature.sign(secret, id, at, body).getBytes(StandardCharsets.UTF_8);
    boolean genuine = false;
    String all = headers.getOrDefault(WebhookSignature.SIGNATURE, "");
    for (String signature : all.split(" ", MOST_SIGNATURES)) {
      genuine |= MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
    }
    return genuine ? Authenticity.GENUINE : Authenticity.FORGED;
  }

  @Override
  public Reading read(Store store, Map<String, String> headers, byte[] body) {
    return Part.parse(body)
        .map(message -> read(store, message))
        .orElseGet(() -> new Reading.Unreadable("not a JSON object"));
  }

  private Reading read(Store store, Part message) {
    String type = message.text("type");
    return type.startsWith("order.")
        ? orders.read(store, message.part("data"))
        : new Reading.NoOrder("the type '" + type + "' carries no order");
  }
}
