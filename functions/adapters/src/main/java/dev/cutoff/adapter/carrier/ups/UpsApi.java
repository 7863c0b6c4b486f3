package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cutoff.adapter.carrier.CarrierHttp;
import dev.cutoff.adapter.carrier.CarrierHttp.Answer;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.merchant.application.Secrets;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * One question to UPS with an access token. A token that is not taken is replaced once and the
 * question asked again, a purchase too: who is not let in has bought nothing. Not let in again is a
 * {@link NoAnswer}, as is whatever UPS itself calls a failure that may pass.
 */
final class UpsApi {
  private static final String PRODUCTION = "https://onlinetools.ups.com";

  /** UPS's own place for tests, with the same keys: nothing that is bought there is carried. */
  private static final String TESTS = "https://wwwcie.ups.com";

  private static final Duration READ_LIMIT = Duration.ofSeconds(6);
  private static final Duration CHANGE_LIMIT = Duration.ofSeconds(30);
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final CarrierHttp reads;
  private final CarrierHttp changes;
  private final Secrets secrets;
  private final Tokens tokens;

  UpsApi(HttpClient http, Secrets secrets, InstantSource clock) {
    this(http, secrets, clock, READ_LIMIT, CHANGE_LIMIT);
  }

  UpsApi(HttpClient http, Secrets secrets, InstantSource clock, Duration read, Duration change) {
    this.reads = new CarrierHttp(http, read);
    this.changes = new CarrierHttp(http, change);
    this.secrets = secrets;
    this.tokens = new Tokens(reads, secrets, clock);
  }

  /**
   * What is asked.
   *
   * @param path from "/api" on, encoded
   * @param id of the request, for UPS's own logs
   * @param body missing for none
   */
  record Question(String method, String path, String id, JsonNode body) {
    static Question get(String path, String id) {
      return new Question("GET", path, id, MissingNode.getInstance());
    }

    static Question post(String path, String id, JsonNode body) {
      return new Question("POST", path, id, body);
    }

    static Question delete(String path, String id) {
      return new Question("DELETE", path, id, MissingNode.getInstance());
    }
  }

  /**
   * What UPS said.
   *
   * @param errors its words fit for people, without our secrets
   */
  record Reply(int status, JsonNode body, UpsErrors errors) {
    boolean isYes() {
      return status >= 200 && status <= 299;
    }

    /** It is no answer of UPS's service to what was asked. */
    NoAnswer none() {
      return NoAnswer.status(status);
    }
  }

  /** A question that changes nothing. */
  Reply read(CarrierAccount account, boolean test, Question question) {
    return ask(reads, account, test, question);
  }

  /** One that does; an exception leaves open whether it did. */
  Reply change(CarrierAccount account, boolean test, Question question) {
    return ask(changes, account, test, question);
  }

  private Reply ask(CarrierHttp http, CarrierAccount account, boolean test, Question question) {
    Tokens.Account whose = new Tokens.Account(apiUrl(account, test), account.secretName());
    Tokens.Token token = tokens.of(whose);
    Answer answer = ask(http, whose, token, question);
    if (answer.status() == UNAUTHORIZED) {
      token = tokens.insteadOf(token, whose);
      answer = ask(http, whose, token, question);
    }
    if (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN) {
      throw NoAnswer.status(answer.status());
    }
    UpsErrors errors =
        answer.isYes()
            ? UpsErrors.NONE
            : UpsErrors.of(answer.body(), token.value(), secrets.value(account.secretName()));
    if (errors.mayPass()) {
      throw NoAnswer.status(answer.status());
    }
    return new Reply(answer.status(), answer.body(), errors);
  }

  private static Answer ask(
      CarrierHttp http, Tokens.Account whose, Tokens.Token token, Question question) {
    return http.ask(
        question.method(),
        URI.create(whose.apiUrl() + question.path()),
        Map.of(
            "Authorization",
            token.header(),
            "transId",
            References.shortened(question.id(), References.REQUEST),
            "transactionSrc",
            "cutoff"),
        question.body());
  }

  static String apiUrl(CarrierAccount account, boolean test) {
    String own = account.apiUrl();
    if (own != null) {
      return own;
    }
    return test ? TESTS : PRODUCTION;
  }
}
