package dev.cutoff.local.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqsEventsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  private final List<Message> batch =
      List.of(new Message("q", "1", "id-1", "x", new LinkedHashMap<>(), NOW, NOW, 1, null));
  private final SqsEvents events = new SqsEvents();

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "{}", "{'batchItemFailures':[]}", "{'batchItemFailures':null}"})
  void anAnswerWithoutFailuresIsSuccess(String answer) {
    assertThat(events.failures(bytes(answer), batch)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oops",
        "{'batchItemFailures':[{'itemIdentifier':'id-2'}]}",
        "{'batchItemFailures':[{'itemIdentifier':''}]}",
        "{'batchItemFailures':[{'itemIdentifier':null}]}",
        "{'batchItemFailures':[{'id':'id-1'}]}"
      })
  void anAnswerThatLambdaWouldNotTakeFailsTheWholeBatch(String answer) {
    assertThat(events.failures(bytes(answer), batch)).isNull();
  }

  @Test
  void theMessagesNamedFailed() {
    assertThat(events.failures(bytes("{'batchItemFailures':[{'itemIdentifier':'id-1'}]}"), batch))
        .isEqualTo(Set.of("id-1"));
  }

  private static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
