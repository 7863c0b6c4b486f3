package dev.cutoff.plan.application;

import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Secrets;
import dev.cutoff.merchant.application.SignedText;
import dev.cutoff.order.StoreId;
import dev.cutoff.plan.PromiseQuote;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Quotes as text that a shop hands to its customers and gets back with the order: nobody can make
 * or change one without the secret of the store. The key is derived from the secret that its
 * webhooks are signed with, so that a shop has no more secrets to keep than before.
 */
public final class SignedQuotes {
  /** Nothing that was signed here is longer. */
  private static final int LONGEST = 900;

  private static final SignedText SIGNED = new SignedText("q1.", "cutoff promise quote 1", LONGEST);
  private static final int FIELDS = 9;

  private final Secrets secrets;

  @Inject
  public SignedQuotes(Secrets secrets) {
    this.secrets = secrets;
  }

  /** The quote, signed for its store. */
  String sign(Store store, PromiseQuote quote) {
    String text =
        String.join(
            "\n",
            quote.storeId().value(),
            quote.goods(),
            quote.country(),
            quote.postcode(),
            quote.method(),
            quote.deliverBy().toString(),
            quote.zone().getId(),
            quote.quotedAt().toString(),
            quote.expiresAt().toString());
    return SIGNED.sign(text, secret(store));
  }

  /** What was signed for the store; empty where it was not, whatever else it may be. */
  Optional<PromiseQuote> read(Store store, String token) {
    return SIGNED.open(token, () -> secret(store)).flatMap(SignedQuotes::fields);
  }

  private static Optional<PromiseQuote> fields(String text) {
    try {
      List<String> all = List.of(text.split("\n", -1));
      return all.size() != FIELDS
          ? Optional.empty()
          : Optional.of(
              new PromiseQuote(
                  new StoreId(all.get(0)),
                  all.get(1),
                  all.get(2),
                  all.get(3),
                  all.get(4),
                  LocalDate.parse(all.get(5)),
                  ZoneId.of(all.get(6)),
                  Instant.parse(all.get(7)),
                  Instant.parse(all.get(8))));
    } catch (IllegalArgumentException | DateTimeException anotherForm) {
      return Optional.empty();
    }
  }

  private String secret(Store store) {
    return secrets.value(store.webhookSecretName());
  }
}
