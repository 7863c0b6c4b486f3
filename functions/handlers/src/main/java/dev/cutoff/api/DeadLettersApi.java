package dev.cutoff.api;

import dev.cutoff.adapter.sns.AnnouncementMessage;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.DeadLetters;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dead letters: what store or customer were not told, and the way back. */
final class DeadLettersApi {
  private final DeadLetters deadLetters;

  @Inject
  DeadLettersApi(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
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

  private static Map<String, Object> view(String queue, DeadLetters.DeadLetter letter) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("queue", queue);
    view.put("id", letter.id());
    view.put("received", letter.received());
    try {
      Announcement announcement = AnnouncementMessage.read(letter.body());
      view.put("orderId", announcement.orderId().value());
      view.put("what", announcement.what().wireName());
    } catch (RuntimeException unreadable) {
      view.put("what", "unreadable");
    }
    return view;
  }
}
