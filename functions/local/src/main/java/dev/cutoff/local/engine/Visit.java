package dev.cutoff.local.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stay in one state. {@code wakeAt} is when a wait is over or a retry due, {@code deadline}
 * when a task token dies, {@code invoked} that the token was handed over.
 */
record Visit(
    long number,
    String state,
    Payload input,
    Instant enteredAt,
    List<Integer> retries,
    @Nullable Instant wakeAt,
    @Nullable Instant deadline,
    @Nullable String token,
    boolean invoked) {

  Visit {
    retries = List.copyOf(retries);
  }

  int retryCount() {
    return retries.stream().mapToInt(Integer::intValue).sum();
  }

  Visit armed(@Nullable Instant wakeAt, @Nullable Instant deadline, @Nullable String token) {
    return new Visit(number, state, input, enteredAt, retries, wakeAt, deadline, token, false);
  }

  Visit retrying(List<Integer> counts) {
    return new Visit(number, state, input, enteredAt, counts, null, null, null, false);
  }

  Visit handedOver() {
    return new Visit(number, state, input, enteredAt, retries, null, deadline, token, true);
  }
}
