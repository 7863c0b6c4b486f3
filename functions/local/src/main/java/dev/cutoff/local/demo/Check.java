package dev.cutoff.local.demo;

import java.util.List;
import java.util.function.Predicate;

/** Something that has to be true in the end, in words, and how it is seen. */
record Check(String says, Predicate<Ended> holds) {
  static Check state(String state) {
    return new Check("is " + state, end -> end.state().equals(state));
  }

  static Check shipsFrom(String... nodes) {
    return new Check(
        "ships from " + String.join(" and ", nodes), end -> end.nodes().equals(List.of(nodes)));
  }

  static Check told(String... notices) {
    return new Check(
        notices.length == 0
            ? "the customer gets no mail"
            : "the customer gets " + String.join(", ", notices) + ", each once",
        end -> end.notices().equals(List.of(notices)));
  }

  static Check held(String reason) {
    return new Check(
        "waits for a person: " + reason,
        end ->
            end.state().equals("held")
                && end.openReasons().stream()
                    // After days on hold its promise is at risk as well.
                    .filter(each -> !each.equals("PROMISE_AT_RISK"))
                    .toList()
                    .equals(List.of(reason)));
  }

  static Check answered(String... results) {
    return new Check(
        "the store was answered " + String.join(", ", results),
        end -> end.answers().equals(List.of(results)));
  }

  static Check storeKnowsTracking() {
    return new Check(
        "the store has every tracking number, once",
        end ->
            !end.trackingNumbers().isEmpty() && end.storeTracking().equals(end.trackingNumbers()));
  }

  static Check noLabel() {
    return new Check("no label was bought", end -> end.trackingNumbers().isEmpty());
  }

  static Check inTime() {
    return new Check("arrives by the promised day", Ended::promiseKept);
  }
}
