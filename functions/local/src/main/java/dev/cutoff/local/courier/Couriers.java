package dev.cutoff.local.courier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.carrier.ratecard.WebhookSignature;
import dev.cutoff.local.client.Client;
import dev.cutoff.tracking.TrackingStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All couriers of the shop. They look at what is labelled and shipped, and scan each parcel one
 * step further when its time has come. A scan that nobody answered is told again first, as carriers
 * do: it may have counted, and what it made true may not have been published yet.
 */
public final class Couriers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> STATES = List.of("labelled", "partially_shipped", "shipped");

  private final Client client;
  private final Function<String, String> secretOf;
  private final Pace pace;
  private final InstantSource clock;
  private final Deque<Told> unanswered = new ArrayDeque<>();

  /** A scan as it is told, again in the very same words. */
  private record Told(String id, String carrier, byte[] body) {}

  /**
   * Makes the couriers.
   *
   * @param client with a token that may read orders
   * @param secretOf carrier id to the secret its scans are signed with
   */
  public Couriers(
      Client client, Function<String, String> secretOf, Pace pace, InstantSource clock) {
    this.client = client;
    this.secretOf = secretOf;
    this.pace = pace;
    this.clock = clock;
  }

  /** One round; returns how many scans were made. */
  public int scan() {
    int made = 0;
    for (int again = unanswered.size(); again > 0; again--) {
      made += tell(unanswered.remove());
    }
    for (String state : STATES) {
      for (JsonNode order : client.all("/orders?state=" + state)) {
        for (JsonNode shipment : order.path("shipments")) {
          made += scan(order, shipment);
        }
      }
    }
    return made;
  }

  /** Whether no parcel is waiting for them or on its way. */
  public boolean idle() {
    return STATES.stream()
        .allMatch(
            state -> client.all("/orders?state=" + state).stream().noneMatch(Couriers::hasParcels));
  }

  private static boolean hasParcels(JsonNode order) {
    return order.path("shipments").findValues("parcels").stream().anyMatch(all -> !all.isEmpty());
  }

  private int scan(JsonNode order, JsonNode shipment) {
    int made = 0;
    for (JsonNode parcel : shipment.path("parcels")) {
      String status = parcel.path("trackingStatus").asText("");
      if (!status.isEmpty() && !shipment.path("state").asText().equals("cancelled")) {
        TrackingStatus now = TrackingStatus.valueOf(status.toUpperCase(Locale.ROOT));
        TrackingStatus next = after(now);
        if (next != null) {
          Instant due = pace.due(order, shipment, parcel, next);
          if (!clock.instant().isBefore(due)) {
            made += send(parcel, next, shipment.path("node").asText());
          }
        }
      }
    }
    return made;
  }

  /** Null where nothing comes after it by itself. */
  private static @Nullable TrackingStatus after(TrackingStatus status) {
    return switch (status) {
      case LABEL_MADE -> TrackingStatus.ACCEPTED;
      case ACCEPTED -> TrackingStatus.IN_TRANSIT;
      case IN_TRANSIT -> TrackingStatus.OUT_FOR_DELIVERY;
      case OUT_FOR_DELIVERY -> TrackingStatus.DELIVERED;
      case DELIVERED, RETURNED -> null;
    };
  }

  private int send(JsonNode parcel, TrackingStatus status, String node) {
    String carrier = parcel.path("carrier").asText();
    String tracking = parcel.path("trackingNumber").asText();
    ObjectNode event = JSON.createObjectNode();
    event.put("id", tracking + "-" + status.wireName());
    event.put("trackingNumber", tracking);
    event.put("status", status.wireName());
    event.put("occurredAt", clock.instant().toString());
    event.put("place", status == TrackingStatus.ACCEPTED ? node : "");
    if (status == TrackingStatus.DELIVERED) {
      event.putObject("proof").put("leftAt", "Front door");
    }
    ObjectNode body = JSON.createObjectNode();
    body.putArray("events").add(event);
    return tell(
        new Told(
            event.path("id").asText(), carrier, body.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private int tell(Told scan) {
    Instant now = clock.instant();
    Map<String, String> headers =
        Map.of(
            WebhookSignature.ID,
            scan.id(),
            WebhookSignature.TIMESTAMP,
            Long.toString(now.getEpochSecond()),
            WebhookSignature.SIGNATURE,
            WebhookSignature.sign(secretOf.apply(scan.carrier()), scan.id(), now, scan.body()));
    unanswered.add(scan);
    int status = client.deliver("/tracking/" + scan.carrier(), headers, scan.body()).status();
    if (status < 500) {
      unanswered.removeLast();
    }
    return status == 202 ? 1 : 0;
  }
}
