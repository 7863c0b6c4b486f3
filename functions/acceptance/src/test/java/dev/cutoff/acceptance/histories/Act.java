package dev.cutoff.acceptance.histories;

import java.time.Duration;

/** What a function does at one call, or what becomes of the task token it was handed. */
sealed interface Act {

  record Answers(String json) implements Act {}

  /** The function fails with an error of that type, as a Java function does by its exception. */
  record Fails(String error, String message) implements Act {}

  /** The function answers, but only after that long. */
  record Takes(Duration time, String json) implements Act {}

  record TokenSucceeds(String json) implements Act {}

  record TokenFails(String error, String cause) implements Act {}

  /** The token was handed over and nobody ever comes back with it. */
  record TokenIsLeft() implements Act {}

  static Act heldFor(String reason) {
    return new Fails(Errors.HELD, reason);
  }

  static Act fails(String error) {
    return new Fails(error, "as told");
  }

  static Act tokenFails(String error) {
    return new TokenFails(error, "as told");
  }

  static Act resolved() {
    return new TokenSucceeds("{\"action\":\"retry\"}");
  }
}
