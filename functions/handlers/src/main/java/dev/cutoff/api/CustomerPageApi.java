package dev.cutoff.api;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.application.SetupIncomplete;
import dev.cutoff.page.application.CustomerPages;
import dev.cutoff.page.application.ShowingOrder;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/**
 * The customer's page: needs no token but the one in its address. Whatever happens is told as a
 * page too, because a person reads it.
 */
final class CustomerPageApi {
  private final ShowingOrder showing;
  private final CustomerPages pages;

  @Inject
  CustomerPageApi(ShowingOrder showing, CustomerPages pages) {
    this.showing = showing;
    this.pages = pages;
  }

  HttpAnswer show(HttpRequest request) {
    String languages = request.headers().getOrDefault("accept-language", "");
    try {
      return showing
          .show(request.part("token"))
          .map(page -> answer(200, pages.order(page, languages)))
          .orElseGet(() -> answer(404, pages.nothingHere(languages)));
    } catch (TryAgainLater | SetupIncomplete notNow) {
      return answer(503, pages.comeAgain(languages));
    }
  }

  /** Before the snapshot is taken: a customer waits for it, and templates are slow at first. */
  void prime() {
    pages.nothingHere("");
  }

  private static HttpAnswer answer(int status, CustomerPages.Written page) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("content-language", page.language());
    headers.put(
        "content-security-policy",
        "default-src 'none'; style-src "
            + page.stylePolicy()
            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    // The address is the key to the page: no other site, and no search engine, is to learn it.
    headers.put("referrer-policy", "no-referrer");
    headers.put("x-robots-tag", "noindex, nofollow, noarchive");
    headers.put("x-frame-options", "DENY");
    if (status == 503) {
      headers.put("retry-after", "5");
    }
    return HttpAnswer.html(status, page.html(), headers);
  }
}
