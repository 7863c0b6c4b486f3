package dev.cutoff.adapter.notice.email;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.cutoff.adapter.notice.words.Letter;
import dev.cutoff.adapter.notice.words.LetterWriter;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.News;
import dev.cutoff.notice.application.Notices;
import dev.cutoff.order.Order;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Tells customers by e-mail, as text and HTML. */
public final class EmailNotices implements Notices {
  /** As the merchant file names it. */
  public static final String MEDIUM = "email";

  private final Sender sender;
  private final InstantSource clock;
  private final LetterWriter letters;
  private final Template html;
  private final Template text;

  /**
   * Tells them through a sender.
   *
   * @param publicUrl where the customer's pages are, without a slash at the end; empty for none
   */
  public EmailNotices(Sender sender, InstantSource clock, String publicUrl) {
    this.sender = sender;
    this.clock = clock;
    this.letters = new LetterWriter(publicUrl);
    this.html = Mustache.compiler().escapeHTML(true).compile(resource("notice.html"));
    this.text = Mustache.compiler().escapeHTML(false).compile(resource("notice.txt"));
  }

  @Override
  public String medium() {
    return MEDIUM;
  }

  /** A mail waits until somebody looks. */
  @Override
  public boolean disturbs() {
    return false;
  }

  @Override
  public Optional<String> addressOf(Order order) {
    return Mailbox.plain(order.document().customer().email());
  }

  @Override
  public Optional<Notice> write(Merchant merchant, Store store, Order order, News news) {
    Optional<String> to = addressOf(order);
    if (to.isEmpty()) {
      return Optional.empty();
    }
    String from =
        Mailbox.plain(merchant.fromEmail())
            .map(address -> Mailbox.named(store.name(), address))
            .orElseThrow(
                () -> new IllegalStateException("the merchant file's fromEmail is no address"));
    return letters
        .write(MEDIUM, merchant, store, order, news)
        .map(letter -> notice(news.key() + "#" + MEDIUM, from, to.get(), letter));
  }

  private Notice notice(String key, String from, String to, Letter letter) {
    return new Notice(
        key,
        from,
        to,
        letter.subject(),
        text.execute(letter),
        html.execute(letter),
        letter.language(),
        Objects.requireNonNullElse(letter.stop(), ""));
  }

  @Override
  public Sent send(Notice notice) {
    sender.send(notice, clock.instant());
    return Sent.SENT;
  }

  @Override
  public boolean repeatable() {
    return sender.repeatable();
  }

  private static String resource(String name) {
    try (InputStream in = EmailNotices.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
