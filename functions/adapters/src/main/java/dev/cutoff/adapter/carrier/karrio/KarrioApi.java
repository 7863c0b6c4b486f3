package dev.cutoff.adapter.carrier.karrio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cutoff.adapter.carrier.CarrierHttp;
import dev.cutoff.adapter.carrier.CarrierHttp.Answer;
import dev.cutoff.adapter.carrier.CarrierWords;
import dev.cutoff.adapter.carrier.Settling;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.merchant.application.Secrets;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One shop's Karrio: where it is, what lets us in, and what its answers mean. */
final class KarrioApi {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;

  /** More than the attempts of one parcel, whose references begin alike. */
  private static final int PAGE = 100;

  /** Karrio asked the carrier and could not make sense of what it heard, or heard nothing. */
  private static final Set<String> CARRIER_AWAY =
      Set.of("SHIPPING_SDK_INTERNAL_ERROR", "SHIPPING_SDK_RESOLVE_ERROR");

  private final CarrierHttp http;
  private final CarrierAccount account;
  private final String base;
  private final String secret;

  private KarrioApi(CarrierHttp http, CarrierAccount account, String base, String secret) {
    this.http = http;
    this.account = account;
    this.base = base;
    this.secret = secret;
  }

  static KarrioApi of(CarrierHttp http, Carrier carrier, Secrets secrets) {
    CarrierAccount account = Settling.account(carrier);
    String base = account.apiUrl();
    if (base == null) {
      throw new IllegalStateException(
          "carrier '%s' needs account.apiUrl, the address of the shop's Karrio"
              .formatted(carrier.id()));
    }
    return new KarrioApi(http, account, base, secrets.value(account.secretName()));
  }

  CarrierAccount account() {
    return account;
  }

  /** What Karrio said. */
  sealed interface Said {
    record Yes(JsonNode body) implements Said {}

    /**
     * Its own "no", or the carrier's.
     *
     * @param conflict the shipment is in no state for that
     */
    record No(String words, boolean conflict) implements Said {}
  }

  Said post(String path, JsonNode body) {
    return said(ask("POST", path, body));
  }

  /** Shipments under exactly that reference. Karrio's own filter asks whether it is contained. */
  List<KarrioShipment> shipments(String reference) {
    String query = "/v1/shipments?limit=" + PAGE + "&reference=" + encoded(reference);
    if (!(said(ask("GET", query, MissingNode.getInstance())) instanceof Said.Yes(JsonNode body))
        || !body.path("results").isArray()
        || body.path("count").asInt(0) > PAGE) {
      throw NoAnswer.garbled();
    }
    List<KarrioShipment> exact = new ArrayList<>();
    for (JsonNode each : body.path("results")) {
      if (each.path("reference").asText().equals(reference)) {
        exact.add(new KarrioShipment(each));
      }
    }
    return exact;
  }

  /** What it knows of a parcel on its way. */
  Said trackers(String trackingNumber) {
    String query = "/v1/trackers?limit=" + PAGE + "&tracking_number=" + encoded(trackingNumber);
    return said(ask("GET", query, MissingNode.getInstance()));
  }

  static String shipmentPath(String id, String what) {
    return "/v1/shipments/" + encoded(id) + "/" + what;
  }

  /** In words fit for a receipt. */
  String words(String words, String otherwise) {
    return CarrierWords.of(words, secret, otherwise);
  }

  /** All that it and the carriers behind it complain of. */
  String complaints(JsonNode body, String otherwise) {
    return words(String.join("; ", told(body)), otherwise);
  }

  private Answer ask(String method, String path, JsonNode body) {
    return http.ask(
        method, URI.create(base + path), Map.of("Authorization", "Token " + secret), body);
  }

  private Said said(Answer answer) {
    int status = answer.status();
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      throw NoAnswer.status(status);
    }
    if (answer.isYes()) {
      return new Said.Yes(answer.body());
    }
    // A "no" that is not Karrio's own form comes from something in between, and says nothing.
    if (told(answer.body()).isEmpty()) {
      throw NoAnswer.garbled();
    }
    if (isCarrierAway(answer.body())) {
      throw NoAnswer.status(status);
    }
    return new Said.No(complaints(answer.body(), "no reason given"), status == CONFLICT);
  }

  private static List<String> told(JsonNode body) {
    List<String> told = new ArrayList<>();
    for (String list : new String[] {"errors", "messages"}) {
      for (JsonNode each : body.path(list)) {
        JsonNode message = each.path("message");
        String text = message.isValueNode() ? message.asText("") : message.toString();
        if (!text.isBlank()) {
          told.add(text);
        }
      }
    }
    return told;
  }

  static boolean isCarrierAway(JsonNode body) {
    for (String list : new String[] {"errors", "messages"}) {
      for (JsonNode each : body.path(list)) {
        if (CARRIER_AWAY.contains(each.path("code").asText())) {
          return true;
        }
      }
    }
    return false;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
