package dev.cutoff.local.meter;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** State transitions of an execution as AWS bills them. */
final class Transitions {
  private Transitions() {}

  /**
   * One for the start, one for each state that was entered, one for each task that was tried again.
   *
   * @param history of the execution
   * @param tasks the states of it that call a function
   * @param calls how often those functions were called for it
   */
  static int of(List<HistoryEvent> history, Set<String> tasks, int calls) {
    List<String> entered =
        history.stream()
            .filter(event -> event.typeAsString().endsWith("StateEntered"))
            .map(event -> event.stateEnteredEventDetails().name())
            .toList();
    int tasksEntered = (int) entered.stream().filter(tasks::contains).count();
    return 1 + entered.size() + Math.max(0, calls - tasksEntered);
  }
}
