package dev.cutoff.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.effect.application.TryAgainLater;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

final class AwsCallsTest {
  @Test
  void an_answer_is_the_answer() {
    assertThat(AwsCalls.call("S3: put", () -> "there")).isEqualTo("there");
  }

  @Test
  void what_may_pass_by_itself_is_to_be_tried_again() {
    passes(SdkClientException.create("connect timed out"));
    passes(answer(500, "InternalServerError"));
    passes(answer(503, "SlowDown"));
    passes(answer(429, "TooManyRequests"));
    passes(answer(400, "ThrottlingException"));
    passes(answer(400, "ProvisionedThroughputExceededException"));
    passes(answer(400, "TransactionInProgressException"));
    passes(answer(409, "ConditionalRequestConflict"));
    passes(answer(403, "RequestTimeTooSkewed"));
  }

  @Test
  void mistakes_of_ours_go_on_as_they_are() {
    goesOn(answer(403, "AccessDenied"));
    goesOn(answer(400, "ValidationException"));
    goesOn(answer(400, "ResourceNotFoundException"));
    goesOn(answer(400, "ConditionalCheckFailedException"));
  }

  @Test
  void the_message_names_system_and_question_and_no_more() {
    assertThatThrownBy(() ->
            AwsCalls.call(
                "DynamoDB: save order DTC-1",
                () -> {
                  throw answer(503, "ServiceUnavailable");
                }))
        .hasMessage("DynamoDB: save order DTC-1: ServiceUnavailable");
  }

  private static void passes(SdkException failure) {
    assertThatThrownBy(() -> fail(failure))
        .isInstanceOf(TryAgainLater.class)
        .hasCause(failure)
        .message()
        .doesNotContain("sam@example.com");
  }

  private static void goesOn(SdkException failure) {
    assertThatThrownBy(() -> fail(failure)).isSameAs(failure);
  }

  private static void fail(SdkException failure) {
    AwsCalls.<String>call(
        "a system: a question",
        () -> {
          throw failure;
        });
  }

  private static AwsServiceException answer(int status, String code) {
    return DynamoDbException.builder()
        .message("about sam@example.com")
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }
}
