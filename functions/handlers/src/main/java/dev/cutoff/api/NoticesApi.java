package dev.cutoff.api;

import dev.cutoff.adapter.notice.words.StopPage;
import dev.cutoff.notice.application.StoppingNotices;
import jakarta.inject.Inject;
import java.util.Map;

/** /t/{token}/stop/{medium}: how a customer ends notices. */
final class NoticesApi {
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
            HttpAnswer.page(
                200,
                page.html(asking.store(), asking.order(), surely),
                "'unsafe-inline'",
                "'self'",
                Map.of()))
        .orElse(HttpAnswer.problem(404, "Not found", "there is no such page"));
  }
}
