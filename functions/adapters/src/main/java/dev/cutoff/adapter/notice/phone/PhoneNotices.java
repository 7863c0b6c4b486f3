package dev.cutoff.adapter.notice.phone;

import dev.cutoff.adapter.notice.words.Letter;
import dev.cutoff.adapter.notice.words.LetterWriter;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.News;
import dev.cutoff.notice.application.Notices;
import dev.cutoff.order.Order;
import java.util.Objects;
import java.util.Optional;

/** Tells customers in one short message to their phone. */
public final class PhoneNotices implements Notices {
  /** Text messages, as the merchant file names them. */
  public static final String SMS = "sms";

  /** The same of WhatsApp. */
  public static final String WHATSAPP = "whatsapp";

  private final String medium;
  private final PhoneSender sender;
  private final LetterWriter letters;

  /**
   * Tells them through a sender.
   *
   * @param publicUrl where the customer's pages are, without a slash at the end; empty for none
   */
  public PhoneNotices(String medium, PhoneSender sender, String publicUrl) {
    this.medium = medium;
    this.sender = sender;
    this.letters = new LetterWriter(publicUrl);
  }

  @Override
  public String medium() {
    return medium;
  }

  /** It rings. */
  @Override
  public boolean disturbs() {
    return true;
  }

  @Override
  public Optional<String> addressOf(Order order) {
    return Mobile.of(order);
  }

  /** The subject is the order's number, which WhatsApp's template has a place for. */
  @Override
  public Optional<Notice> write(Merchant merchant, Store store, Order order, News news) {
    String to = addressOf(order).orElse("");
    return to.isEmpty()
        ? Optional.empty()
        : letters
            .write(medium, merchant, store, order, news)
            .map(letter ->
                notice(news.key() + "#" + medium, store.telling().whatsAppTemplate(), to, letter));
  }

  private static Notice notice(String key, String template, String to, Letter letter) {
    return new Notice(
        key,
        template,
        to,
        letter.orderNumber(),
        letter.brief(),
        "",
        letter.language(),
        Objects.requireNonNullElse(letter.stop(), ""));
  }

  @Override
  public Sent send(Notice notice) {
    return sender.send(notice);
  }

  @Override
  public boolean repeatable() {
    return sender.repeatable();
  }
}
