package dev.cutoff.adapter.notice.words;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.cutoff.merchant.Store;
import dev.cutoff.order.Order;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The page on which a customer ends notices: one button, without JavaScript. */
public final class StopPage {
  private final Template page;

  public StopPage() {
    try (InputStream in = StopPage.class.getResourceAsStream("stop.html")) {
      String html = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      this.page = Mustache.compiler().escapeHTML(true).compile(html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * In the customer's language.
   *
   * @param done false where it asks, true where it says that they are stopped
   */
  public String html(Store store, Order order, boolean done) {
    Words words = Words.of(store.telling(), order.document().customer().locale(), "");
    return page.execute(
        Map.of(
            "language", words.language(),
            "shop", Plain.line(store.name(), 120),
            "title", words.label(done ? "stopDone" : "stopAsk"),
            "hint", words.label("stopHint"),
            "button", words.label("stopButton"),
            "asks", !done));
  }
}
