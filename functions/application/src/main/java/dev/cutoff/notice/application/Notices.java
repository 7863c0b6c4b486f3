package dev.cutoff.notice.application;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.Order;
import java.util.Optional;

/** Notices to customers: written from templates, sent by one medium. */
public interface Notices {
  /** "email". */
  String medium();

  /** Empty where nobody is to be told: no address, or nothing to say. */
  Optional<Notice> write(Merchant merchant, Store store, Order order, Announcement announcement);

  /**
   * Sends.
   *
   * @throws dev.cutoff.effect.application.TryAgainLater where it surely was not sent
   * @throws InDoubt where the answer was lost
   */
  void send(Notice notice);

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
   */
  record Notice(String key, String from, String to, String subject, String text, String html) {}
}
