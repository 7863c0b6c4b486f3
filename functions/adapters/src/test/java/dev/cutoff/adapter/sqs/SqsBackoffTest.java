package dev.cutoff.adapter.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.effect.application.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

final class SqsBackoffTest {
  private final List<ChangeMessageVisibilityRequest> asked = new ArrayList<>();
  private boolean refuses;
  private final SqsBackoff backoff =
      new SqsBackoff(
          new Recording(),
          "https://sqs/updates",
          new Backoff(Duration.ofSeconds(45), Duration.ofHours(1)),
          () -> 0);

  @Test
  void aMessageIsHiddenForLongerTheMoreOftenItWasReceived() {
    backoff.hide("handle-1", 1);
    backoff.hide("handle-1", 4);

    assertThat(asked)
        .extracting(ChangeMessageVisibilityRequest::visibilityTimeout)
        .containsExactly(22, 180);
    assertThat(asked.getFirst().receiptHandle()).isEqualTo("handle-1");
    assertThat(asked.getFirst().queueUrl()).isEqualTo("https://sqs/updates");
  }

  @Test
  void oneThatCannotBeHiddenHoldsUpNobody() {
    refuses = true;
    backoff.hide("gone", 1);
    refuses = false;
    backoff.hide("there", 1);

    assertThat(asked).extracting(ChangeMessageVisibilityRequest::receiptHandle).contains("there");
  }

  /** Notes what it is asked. */
  private final class Recording implements SqsClient {
    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(
        ChangeMessageVisibilityRequest request) {
      if (refuses) {
        throw ReceiptHandleIsInvalidException.builder().message("no such handle").build();
      }
      asked.add(request);
      return ChangeMessageVisibilityResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }
}
