package dev.cutoff.api;

import dev.cutoff.adapter.notice.words.StopPage;
import dev.cutoff.notice.application.StoppingNotices;
import jakarta.inject.Inject;
import java.util.Map;

/** /t/{token}/stop/{medium}: how a customer ends notices. */
final class NoticesApi {
  /** A page with one button, whose address is the key to the customer's page. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-security-policy",
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self';"
              + " frame-ancestors 'none'",
          "referrer-policy",
          "no-referrer",
          "x-robots-tag",
          "noindex, nofollow, noarchive",
          "x-frame-options",
          "DENY");

  private final StoppingNotices stopping;
  private final StopPage page;

  @Inject
  NoticesApi(StoppingNotices stopping) {
    this.stopping = stopping;
    this.page = new StopPage();
  }

  /** Programs that look at links before a person does change nothing. */
  HttpAnswer ask(HttpRequest request) {
    return answer(request, false);
  }

  HttpAnswer stop(HttpRequest request) {
    return answer(request, true);
  }

  private HttpAnswer answer(HttpRequest request, boolean surely) {
    return stopping
        .stop(request.part("token"), request.part("medium"), surely)
        .map(asking ->
            HttpAnswer.html(200, page.html(asking.store(), asking.order(), surely), HEADERS))
        .orElse(HttpAnswer.problem(404, "Not found", "there is no such page"));
  }
}
