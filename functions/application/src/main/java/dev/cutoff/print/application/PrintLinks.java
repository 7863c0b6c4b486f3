package dev.cutoff.print.application;

import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.merchant.application.Secrets;
import dev.cutoff.merchant.application.SignedText;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links by which a printer or a browser fetches one document without a token, for an hour. Nobody
 * can make or change one without a secret of the shop: the key is derived from the one that its
 * first store's webhooks are signed with, so that there is no more to keep than before.
 */
public final class PrintLinks {
  static final Duration VALID = Duration.ofHours(1);

  private static final SignedText SIGNED = new SignedText("p1.", "cutoff print link 1", 300);
  private static final Pattern DOCUMENT =
      Pattern.compile("((?:labels|slips|prints)/[0-9a-f]{64}\\.(?:pdf|zpl))\n(\\d{1,12})");

  private final Secrets secrets;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public PrintLinks(Secrets secrets, Merchants merchants, InstantSource clock) {
    this.secrets = secrets;
    this.merchants = merchants;
    this.clock = clock;
  }

  /**
   * A link to a document.
   *
   * @param path of GET /print/{link}
   */
  public record Link(String path, Instant expiresAt) {}

  /** What a link leads to. */
  public sealed interface Outcome {
    /**
     * A document may be fetched.
     *
     * @param key of the object
     */
    record Opened(String key) implements Outcome {}

    record Expired(Instant at) implements Outcome {}

    record Forged() implements Outcome {}
  }

  /** The key has to be one of a label, slip or print. */
  public Link to(String key) {
    Instant expiresAt = Instant.ofEpochSecond(clock.instant().plus(VALID).getEpochSecond());
    String text = key + "\n" + expiresAt.getEpochSecond();
    if (!DOCUMENT.matcher(text).matches()) {
      throw new IllegalArgumentException("nothing to print: " + key);
    }
    return new Link("/print/" + SIGNED.sign(text, secret()), expiresAt);
  }

  public Outcome open(String link) {
    Optional<String> text = SIGNED.open(link, this::secret);
    Matcher document = DOCUMENT.matcher(text.orElse(""));
    if (!document.matches()) {
      return new Outcome.Forged();
    }
    Instant expiresAt = Instant.ofEpochSecond(Long.parseLong(document.group(2)));
    return clock.instant().isBefore(expiresAt)
        ? new Outcome.Opened(document.group(1))
        : new Outcome.Expired(expiresAt);
  }

  private String secret() {
    return secrets.value(
        merchants.current().stores().values().iterator().next().webhookSecretName());
  }
}
