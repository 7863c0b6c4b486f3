package dev.cutoff.api;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.application.SetupIncomplete;
import dev.cutoff.page.application.AnsweringDelay;
import dev.cutoff.page.application.AnsweringDelay.Answered;
import dev.cutoff.page.application.CustomerPages;
import dev.cutoff.page.application.ShowingOrder;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The customer's page: needs no token but the one in its address. Whatever happens is told as a
 * page too, because a person reads it.
 */
final class CustomerPageApi {
  private final ShowingOrder showing;
  private final AnsweringDelay answering;
  private final CustomerPages pages;

  @Inject
  CustomerPageApi(ShowingOrder showing, AnsweringDelay answering, CustomerPages pages) {
    this.showing = showing;
    this.answering = answering;
    this.pages = pages;
  }

  HttpAnswer show(HttpRequest request) {
    String languages = languages(request);
    return found(
        request,
        token ->
            showing.show(token).map(page -> answer(200, pages.order(page, languages), "'none'")));
  }

  /** Programs that look at links before a person does change nothing. */
  HttpAnswer askDelay(HttpRequest request) {
    return delay(request, answering::ask, 200);
  }

  /** What is no answer changes nothing either, and is asked again. */
  HttpAnswer answerDelay(HttpRequest request) {
    Optional<LocalDate> day = request.field("day").flatMap(CustomerPageApi::day);
    String answer = request.field("answer").orElse("");
    if (answer.equals("keep") && day.isPresent()) {
      return delay(request, token -> answering.keep(token, day.get()), 200);
    }
    return answer.equals("cancel")
        ? delay(request, answering::cancel, 200)
        : delay(request, answering::ask, 400);
  }

  private HttpAnswer delay(
      HttpRequest request, Function<String, Optional<Answered>> answer, int status) {
    String languages = languages(request);
    return found(
        request,
        token ->
            answer
                .apply(token)
                .map(it ->
                    answer(
                        it.done() ? status : 409, pages.delay(it.page(), languages), forms(it))));
  }

  /** What is behind the request's token, or that there is nothing, or not now. */
  private HttpAnswer found(HttpRequest request, Function<String, Optional<HttpAnswer>> behind) {
    String languages = languages(request);
    try {
      return behind
          .apply(request.part("token"))
          .orElseGet(() -> answer(404, pages.nothingHere(languages), "'none'"));
    } catch (TryAgainLater | SetupIncomplete notNow) {
      return answer(503, pages.comeAgain(languages), "'none'");
    }
  }

  private static String languages(HttpRequest request) {
    return request.headers().getOrDefault("accept-language", "");
  }

  /** Only a page with a form may send one. */
  private static String forms(Answered answered) {
    return answered.page().mayCancel() ? "'self'" : "'none'";
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /** Before the snapshot is taken: a customer waits for it, and templates are slow at first. */
  void prime() {
    pages.nothingHere("");
  }

  private static HttpAnswer answer(int status, CustomerPages.Written page, String forms) {
    Map<String, String> more = new TreeMap<>(Map.of("content-language", page.language()));
    if (status == 503) {
      more.put("retry-after", "5");
    }
    return HttpAnswer.page(status, page.html(), page.stylePolicy(), forms, more);
  }
}
