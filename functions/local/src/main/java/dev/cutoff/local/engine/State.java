package dev.cutoff.local.engine;

import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The states this interpreter knows. A {@code next} that is null ends the execution. */
sealed interface State {

  String name();

  /** What AWS calls it in a history. */
  String type();

  record Task(
      String name,
      boolean token,
      Template arguments,
      @Nullable Template timeoutSeconds,
      List<Retrier> retriers,
      List<Catcher> catchers,
      Exit exit)
      implements State {
    @Override
    public String type() {
      return "Task";
    }
  }

  record Pass(String name, Exit exit) implements State {
    @Override
    public String type() {
      return "Pass";
    }
  }

  record Choice(String name, List<Rule> rules, @Nullable Exit otherwise) implements State {
    @Override
    public String type() {
      return "Choice";
    }
  }

  record Wait(String name, @Nullable Template seconds, @Nullable Template timestamp, Exit exit)
      implements State {
    @Override
    public String type() {
      return "Wait";
    }
  }

  record Succeed(String name, Exit exit) implements State {
    @Override
    public String type() {
      return "Succeed";
    }
  }

  record Fail(String name, @Nullable Template error, @Nullable Template cause) implements State {
    @Override
    public String type() {
      return "Fail";
    }
  }

  /** The way out of a state: its output, the variables it sets, and where it leads. */
  record Exit(
      @Nullable Template output, SequencedMap<String, Template> assign, @Nullable String next) {}

  record Rule(Template condition, Exit exit) {}

  record Retrier(
      List<String> errors,
      Duration interval,
      int maxAttempts,
      double backoffRate,
      Duration maxDelay,
      boolean jitter) {

    boolean matches(Failure failure) {
      return errors.stream().anyMatch(failure::matches);
    }
  }

  record Catcher(List<String> errors, Exit exit) {

    boolean matches(Failure failure) {
      return errors.stream().anyMatch(failure::matches);
    }
  }
}
