package dev.cutoff.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.sns.AnnouncementMessage;
import dev.cutoff.effect.application.Effects;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.DeadLetters;
import dev.cutoff.notice.application.RetellingStore;
import dev.cutoff.notice.application.UpdatingStore;
import dev.cutoff.order.StoreId;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dead letters: what store or customer were not told and why, and the way back. */
final class DeadLettersApi {
  private static final String STORE_UPDATES = "store-updates";

  private final DeadLetters deadLetters;
  private final Effects effects;
  private final RetellingStore retelling;

  @Inject
  DeadLettersApi(DeadLetters deadLetters, Effects effects, RetellingStore retelling) {
    this.deadLetters = deadLetters;
    this.effects = effects;
    this.retelling = retelling;
  }

  HttpAnswer list(HttpRequest request) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (String queue : deadLetters.queues()) {
      deadLetters.of(queue).forEach(each -> items.add(view(queue, each)));
    }
    return HttpAnswer.json(200, OrdersApi.page(items, null));
  }

  HttpAnswer replay(HttpRequest request) {
    String queue = request.json().path("queue").asText("");
    if (!deadLetters.queues().contains(queue)) {
      throw new BadRequest("queue is one of " + deadLetters.queues());
    }
    deadLetters.replay(queue);
    return HttpAnswer.json(200, Map.of("queue", queue, "result", "replaying"));
  }

  /** POST /stores/{storeId}/replay: what happened since a time, told to the store once more. */
  HttpAnswer retell(HttpRequest request) {
    JsonNode asked = request.json();
    StoreId store = store(request.part("storeId"));
    Instant since = since(asked.path("since").asText(""));
    boolean again = asked.path("again").asBoolean(false);
    String cursor = asked.path("cursor").asText("");
    RetellingStore.Outcome outcome =
        BadRequest.orBadCursor(
            () -> retelling.retell(store, since, again, cursor.isEmpty() ? null : cursor));
    return switch (outcome) {
      case RetellingStore.Outcome.NoSuchStore none ->
          HttpAnswer.problem(404, "No such store", "the merchant file has no store of that id");
      case RetellingStore.Outcome.Retelling page -> {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("orders", page.orders());
        view.put("announcements", page.announcements());
        view.put("cursor", page.cursor());
        yield HttpAnswer.json(200, view);
      }
    };
  }

  private static StoreId store(String id) {
    try {
      return new StoreId(id);
    } catch (IllegalArgumentException none) {
      throw new BadRequest("storeId is an id of the merchant file");
    }
  }

  private static Instant since(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notATime) {
      throw new BadRequest("since is a time with its offset, such as 2026-11-24T00:00:00Z");
    }
  }

  private Map<String, Object> view(String queue, DeadLetters.DeadLetter letter) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("queue", queue);
    view.put("id", letter.id());
    view.put("received", letter.received());
    try {
      Announcement announcement = AnnouncementMessage.read(letter.body());
      view.put("orderId", announcement.orderId().value());
      view.put("what", announcement.what().wireName());
      put(view, "shipmentId", announcement.shipmentId());
      put(view, "parcelId", announcement.parcelId());
      view.put("occurredAt", announcement.occurredAt());
      if (queue.equals(STORE_UPDATES)) {
        effects
            .failure(UpdatingStore.key(announcement))
            .ifPresent(failure -> {
              view.put("why", failure.why());
              view.put("failedAt", failure.at());
            });
      }
    } catch (IllegalArgumentException unreadable) {
      view.put("what", "unreadable");
    }
    return view;
  }

  private static void put(Map<String, Object> view, String name, @Nullable String value) {
    if (value != null) {
      view.put(name, value);
    }
  }
}
