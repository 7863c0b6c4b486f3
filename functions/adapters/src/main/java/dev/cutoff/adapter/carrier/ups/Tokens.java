package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.CarrierHttp;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.application.Secrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * Access tokens by OAuth client credentials, kept in memory until shortly before they expire. Who
 * needs one while it is being asked for waits for the same answer; the asking belongs to nobody, so
 * that who gives up takes no other down.
 */
final class Tokens {
  private static final Duration EARLY = Duration.ofMinutes(2);
  private static final int UNAUTHORIZED = 401;
  private static final int BAD_REQUEST = 400;

  private final CarrierHttp http;
  private final Secrets secrets;
  private final InstantSource clock;
  private final Map<Account, CompletableFuture<Token>> tokens = new ConcurrentHashMap<>();

  Tokens(CarrierHttp http, Secrets secrets, InstantSource clock) {
    this.http = http;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Whose token.
   *
   * @param apiUrl without a slash at its end
   * @param secretName of "id:secret"
   */
  record Account(String apiUrl, String secretName) {}

  /** No record: its text form would show the value. */
  static final class Token {
    private final String value;
    private final Instant until;

    private Token(String value, Instant until) {
      this.value = value;
      this.until = until;
    }

    /** To take it out of what UPS says. */
    String value() {
      return value;
    }

    String header() {
      return "Bearer " + value;
    }
  }

  /** One that is good by what is known here. */
  Token of(Account account) {
    return taken(
        tokens.compute(
            account, (key, known) -> known == null || spent(known) ? asking(key) : known));
  }

  /** Another one than that, which was not taken. */
  Token insteadOf(Token refused, Account account) {
    return taken(
        tokens.compute(
            account,
            (key, known) ->
                known == null || spent(known) || is(known, refused) ? asking(key) : known));
  }

  private boolean spent(CompletableFuture<Token> known) {
    return known.isDone()
        && (known.isCompletedExceptionally() || !clock.instant().isBefore(known.join().until));
  }

  private static boolean is(CompletableFuture<Token> known, Token token) {
    return known.isDone() && known.join() == token;
  }

  private CompletableFuture<Token> asking(Account account) {
    return CompletableFuture.supplyAsync(
        () -> ask(account), task -> Thread.ofVirtual().name("ups-token").start(task));
  }

  private static Token taken(CompletableFuture<Token> token) {
    try {
      return token.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a token could not be asked for", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw NoAnswer.unreachable();
    }
  }

  private Token ask(Account account) {
    String secret = secrets.value(account.secretName());
    if (secret.indexOf(':') <= 0) {
      throw new WrongUpsSecret(account.secretName());
    }
    CarrierHttp.Answer answer =
        http.ask(
            "POST",
            URI.create(account.apiUrl() + "/security/v1/oauth/token"),
            Map.of("Authorization", "Basic " + base64(secret)),
            "application/x-www-form-urlencoded",
            "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8));
    if (!answer.isYes()) {
      // A wrong id is a bad request to this route, where others say 401.
      throw NoAnswer.status(answer.status() == BAD_REQUEST ? UNAUTHORIZED : answer.status());
    }
    JsonNode value = answer.body().path("access_token");
    long seconds = answer.body().path("expires_in").asLong(0);
    if (!value.isTextual() || value.textValue().isBlank() || seconds <= 0) {
      throw NoAnswer.garbled();
    }
    Duration kept = Duration.ofSeconds(seconds);
    return new Token(
        value.textValue(),
        clock.instant().plus(kept.compareTo(EARLY.multipliedBy(2)) > 0 ? kept.minus(EARLY) : kept));
  }

  private static String base64(String secret) {
    return Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
  }
}
