package dev.cutoff.local.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a history, by the type AWS gives it; the data is the input or the output. */
record Event(
    String type,
    Instant at,
    @Nullable String state,
    @Nullable String data,
    @Nullable String error,
    @Nullable String cause) {

  static Event of(String type, Instant at, @Nullable Payload data) {
    return new Event(type, at, null, data == null ? null : data.text(), null, null);
  }

  static Event entered(State state, Instant at, Payload input) {
    return new Event(state.type() + "StateEntered", at, state.name(), input.text(), null, null);
  }

  static Event exited(State state, Instant at, Payload output) {
    return new Event(state.type() + "StateExited", at, state.name(), output.text(), null, null);
  }

  static Event failed(State state, Instant at, Failure failure) {
    String type =
        switch (failure.error()) {
          case Failure.TIMEOUT -> "TaskTimedOut";
          case Failure.QUERY -> "EvaluationFailed";
          case String other -> "TaskFailed";
        };
    return new Event(type, at, state.name(), null, failure.error(), failure.cause());
  }

  static Event ended(String type, Instant at, @Nullable String error, @Nullable String cause) {
    return new Event(type, at, null, null, error, cause);
  }
}
