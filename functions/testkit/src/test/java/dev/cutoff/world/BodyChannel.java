package dev.cutoff.world;

import dev.cutoff.merchant.Store;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.application.Channel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A channel whose bodies are what documents say of themselves; the signature is the secret. */
public final class BodyChannel implements Channel {
  private final String name;
  private final Map<String, OrderDocument> documents = new ConcurrentHashMap<>();

  BodyChannel(String name) {
    this.name = name;
  }

  /** The same document is the same bytes. */
  byte[] body(OrderDocument document) {
    documents.put(document.toString(), document);
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Authenticity authenticate(Map<String, String> headers, byte[] body, String secret) {
    if (body.length == 0) {
      return Authenticity.PING;
    }
    return secret.equals(headers.get("signature")) ? Authenticity.GENUINE : Authenticity.FORGED;
  }

  @Override
  public Reading read(Store store, Map<String, String> headers, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    OrderDocument document = documents.get(text);
    if (document != null) {
      return new Reading.AnOrder(document);
    }
    return text.startsWith("no order")
        ? new Reading.NoOrder(text)
        : new Reading.Unreadable("not the platform's format");
  }
}
