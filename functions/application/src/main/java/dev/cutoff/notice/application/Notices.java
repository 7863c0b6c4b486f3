package dev.cutoff.notice.application;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.News;
import dev.cutoff.order.Order;
import java.util.Optional;

/** Notices to customers: written from templates, sent by one medium. */
public interface Notices {
  /** "email", "sms", "whatsapp". */
  String medium();

  /** Whether it makes a noise at the customer's bed: then quiet hours hold for it. */
  boolean disturbs();

  /** Where it would go; empty where the customer has nothing that this medium reaches. */
  Optional<String> addressOf(Order order);

  /** Empty where nobody is to be told: no address, or nothing to say. */
  Optional<Notice> write(Merchant merchant, Store store, Order order, News news);

  /**
   * Sends.
   *
   * @throws dev.cutoff.effect.application.TryAgainLater where it surely was not sent
   * @throws InDoubt where the answer was lost
   */
  Sent send(Notice notice);

  /** How it ended. */
  enum Sent {
    SENT,
    /** The customer told the medium itself that nothing is to come by it. */
    UNWANTED
  }

  /** Nobody knows whether the notice went out. */
  final class InDoubt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InDoubt(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Whether sending the same notice again surely reaches the customer once. */
  boolean repeatable();

  /**
   * One message to one customer.
   *
   * @param key the same for the same notice, for ever
   * @param from who it is from, as the medium says it
   * @param html empty where the medium has none
   * @param language it is written in, BCP 47
   * @param stopLink where one click ends notices by this medium; empty where there is no such page
   */
  record Notice(
      String key,
      String from,
      String to,
      String subject,
      String text,
      String html,
      String language,
      String stopLink) {
    /** In English, without a way to end them. */
    public Notice(String key, String from, String to, String subject, String text, String html) {
      this(key, from, to, subject, text, html, "en", "");
    }
  }
}
