package dev.cutoff.local.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

final class TransitionsTest {
  private static final List<HistoryEvent> HISTORY =
      List.of(
          HistoryEvent.builder().type(HistoryEventType.EXECUTION_STARTED).build(),
          entered(HistoryEventType.TASK_STATE_ENTERED, "Ingest"),
          HistoryEvent.builder().type(HistoryEventType.TASK_STATE_EXITED).build(),
          entered(HistoryEventType.SUCCEED_STATE_ENTERED, "Done"),
          HistoryEvent.builder().type(HistoryEventType.EXECUTION_SUCCEEDED).build());

  @Test
  void theStartAndEachStateThatWasEnteredCountOne() {
    assertThat(Transitions.of(HISTORY, Set.of("Ingest"), 1)).isEqualTo(3);
  }

  @Test
  void eachTryAfterTheFirstCountsOneMore() {
    assertThat(Transitions.of(HISTORY, Set.of("Ingest"), 4)).isEqualTo(6);
  }

  private static HistoryEvent entered(HistoryEventType type, String state) {
    return HistoryEvent.builder()
        .type(type)
        .stateEnteredEventDetails(details -> details.name(state))
        .build();
  }
}
