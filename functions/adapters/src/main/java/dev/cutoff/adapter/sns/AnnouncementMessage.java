package dev.cutoff.adapter.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.OrderId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An announcement as it travels: {@code {"what":"shipped","orderId":…,"occurredAt":…}}. */
public final class AnnouncementMessage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String AGAIN = "again";

  private AnnouncementMessage() {}

  public static String write(Announcement announcement) {
    return message(announcement).toString();
  }

  /** The same for who is to act on it even where it did before. */
  public static String writeAgain(Announcement announcement) {
    return message(announcement).put(AGAIN, true).toString();
  }

  /** Whether it asks to be acted on even where that was done. */
  public static boolean isAgain(String body) {
    try {
      return JSON.readTree(body).path(AGAIN).asBoolean();
    } catch (JsonProcessingException bad) {
      throw new IllegalArgumentException("not an announcement", bad);
    }
  }

  private static ObjectNode message(Announcement announcement) {
    ObjectNode message = JSON.createObjectNode();
    message.put("what", announcement.what().wireName());
    message.put("orderId", announcement.orderId().value());
    message.put("shipmentId", announcement.shipmentId());
    message.put("parcelId", announcement.parcelId());
    message.put("occurredAt", announcement.occurredAt().toString());
    return message;
  }

  /**
   * Reads it back.
   *
   * @throws IllegalArgumentException where it is no announcement
   */
  public static Announcement read(String body) {
    try {
      JsonNode message = JSON.readTree(body);
      return new Announcement(
          Announcement.What.valueOf(message.path("what").asText().toUpperCase(Locale.ROOT)),
          new OrderId(message.path("orderId").asText()),
          text(message.path("shipmentId")),
          text(message.path("parcelId")),
          Instant.parse(message.path("occurredAt").asText()));
    } catch (JsonProcessingException | java.time.DateTimeException bad) {
      throw new IllegalArgumentException("not an announcement", bad);
    }
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : null;
  }
}
