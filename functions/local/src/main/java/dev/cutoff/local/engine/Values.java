package dev.cutoff.local.engine;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Templates evaluated where AWS wants a certain kind of value. */
final class Values {

  private Values() {}

  static boolean truth(Template condition, Scope scope) throws EvaluationFailed {
    if (condition.evaluate(scope) instanceof Boolean truth) {
      return truth;
    }
    throw new EvaluationFailed("The Condition is neither true nor false: " + condition);
  }

  static @Nullable String text(@Nullable Template template, Scope scope) throws EvaluationFailed {
    if (template == null) {
      return null;
    }
    if (template.evaluate(scope) instanceof String text) {
      return text;
    }
    throw new EvaluationFailed("Text is needed: " + template);
  }

  static @Nullable Duration seconds(@Nullable Template template, Scope scope)
      throws EvaluationFailed {
    if (template == null) {
      return null;
    }
    if (template.evaluate(scope) instanceof Number number
        && number.doubleValue() == number.longValue()
        && number.longValue() >= 0
        && number.longValue() <= 99_999_999) {
      return Duration.ofSeconds(number.longValue());
    }
    throw new EvaluationFailed("Whole seconds are needed: " + template);
  }

  static Instant wakeAt(State.Wait wait, Scope scope, Instant now) throws EvaluationFailed {
    Duration seconds = seconds(wait.seconds(), scope);
    if (seconds != null) {
      return now.plus(seconds);
    }
    String timestamp = text(wait.timestamp(), scope);
    try {
      return OffsetDateTime.parse(String.valueOf(timestamp)).toInstant();
    } catch (DateTimeException e) {
      throw new EvaluationFailed("A Timestamp with its offset is needed: " + timestamp);
    }
  }

  /** The function and the payload that the task's Arguments name. */
  static Call call(State.Task task, Scope scope) throws EvaluationFailed {
    Payload arguments = Payload.of(task.arguments().evaluate(scope));
    if (!(arguments.object().get("FunctionName") instanceof String function)) {
      throw new EvaluationFailed("state " + task.name() + ": FunctionName is no text");
    }
    Object payload = arguments.object().get("Payload");
    return new Call(
        function,
        arguments.object().containsKey("Payload") ? Payload.of(payload) : Payload.EMPTY,
        seconds(task.timeoutSeconds(), scope));
  }

  record Call(String function, Payload payload, @Nullable Duration timeout) {}
}
