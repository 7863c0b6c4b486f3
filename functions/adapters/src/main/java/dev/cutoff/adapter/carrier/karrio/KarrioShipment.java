package dev.cutoff.adapter.carrier.karrio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.Currency;
import java.util.Optional;

/** A shipment as Karrio tells it: a draft, then a paid label, then cancelled. */
record KarrioShipment(JsonNode json) {
  private static final String CONTENT = "cutoff_content";
  private static final int MOST_DIGITS = 18;

  String id() {
    return json.path("id").asText("");
  }

  boolean isDraft() {
    return status().equals("draft");
  }

  boolean isCancelled() {
    return status().equals("cancelled");
  }

  /** Its label was paid: "created" first, and what the carrier's scans make of it later. */
  boolean isBought() {
    return !id().isEmpty() && !status().isEmpty() && !isDraft() && !isCancelled();
  }

  private String status() {
    return json.path("status").asText("");
  }

  String trackingNumber() {
    String number = json.path("tracking_number").asText("");
    return number.isEmpty() ? json.path("shipment_identifier").asText("") : number;
  }

  /** By when it was made. */
  String createdAt() {
    return json.path("created_at").asText("");
  }

  /** What was asked for under its reference, as {@link KarrioQuestions} sums it up. */
  boolean isOf(String content) {
    return json.path("metadata").path(CONTENT).asText("").equals(content);
  }

  static String contentKey() {
    return CONTENT;
  }

  /** What was paid; empty where it does not say. */
  Optional<Money> cost() {
    return price(json.path("selected_rate"));
  }

  /** Karrio's numbers are floats: rounded to the minor unit. */
  static Optional<Money> price(JsonNode rate) {
    JsonNode charge = rate.path("total_charge");
    String currency = rate.path("currency").asText("");
    if (!charge.isNumber()) {
      return Optional.empty();
    }
    BigDecimal amount = charge.decimalValue();
    // An exponent such as 1e999999999 would take all memory to round.
    if (Math.abs((long) amount.scale()) > MOST_DIGITS || amount.precision() > MOST_DIGITS) {
      return Optional.empty();
    }
    try {
      int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
      return Money.parse(amount.setScale(digits, RoundingMode.HALF_UP).toPlainString(), currency);
    } catch (IllegalArgumentException noCurrency) {
      return Optional.empty();
    }
  }

  /** A label's document, in the answer to a purchase or on its own. */
  sealed interface Document {
    record Bytes(byte[] bytes) implements Document {}

    record None(String why) implements Document {}
  }

  /** Among the documents of a purchase. */
  Document label() {
    for (JsonNode each : json.path("shipping_documents")) {
      if (each.path("category").asText().equals("label")) {
        return document(each);
      }
    }
    return new Document.None("came without its document");
  }

  static Document document(JsonNode document) {
    String base64 = document.path("base64").asText("");
    try {
      return base64.isEmpty()
          ? new Document.None("came without its document")
          : new Document.Bytes(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return new Document.None("its document is not in Base64");
    }
  }
}
