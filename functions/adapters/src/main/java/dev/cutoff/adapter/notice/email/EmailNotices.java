package dev.cutoff.adapter.notice.email;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Notices;
import dev.cutoff.order.Order;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Tells customers by e-mail, in English, as text and HTML. */
public final class EmailNotices implements Notices {
  private final Sender sender;
  private final InstantSource clock;
  private final Template html;
  private final Template text;

  public EmailNotices(Sender sender, InstantSource clock) {
    this.sender = sender;
    this.clock = clock;
    this.html = Mustache.compiler().escapeHTML(true).compile(resource("notice.html"));
    this.text = Mustache.compiler().escapeHTML(false).compile(resource("notice.txt"));
  }

  @Override
  public String medium() {
    return "email";
  }

  @Override
  public Optional<Notice> write(
      Merchant merchant, Store store, Order order, Announcement announcement) {
    Optional<String> to = Mailbox.plain(order.document().customer().email());
    if (to.isEmpty()) {
      return Optional.empty();
    }
    String from =
        Mailbox.plain(merchant.fromEmail())
            .map(address -> Mailbox.named(store.name(), address))
            .orElseThrow(
                () -> new IllegalStateException("the merchant file's fromEmail is no address"));
    return LetterWriter.write(merchant, store, order, announcement)
        .map(letter ->
            new Notice(
                announcement.key() + "#" + medium(),
                from,
                to.get(),
                letter.subject(),
                text.execute(letter),
                html.execute(letter)));
  }

  @Override
  public void send(Notice notice) {
    sender.send(notice, clock.instant());
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
