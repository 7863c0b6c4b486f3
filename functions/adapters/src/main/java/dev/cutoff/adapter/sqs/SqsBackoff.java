package dev.cutoff.adapter.sqs;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.effect.application.Backoff;
import dev.cutoff.effect.application.TryAgainLater;
import java.time.Duration;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Hides a message that failed for ever longer times. SQS itself knows one time for all tries: the
 * queue's, which holds where it can't be told otherwise.
 */
public final class SqsBackoff {
  private final SqsClient sqs;
  private final String queueUrl;
  private final Backoff backoff;
  private final RandomGenerator random;

  public SqsBackoff(SqsClient sqs, String queueUrl, Backoff backoff, RandomGenerator random) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.backoff = backoff;
    this.random = random;
  }

  /**
   * Hides it.
   *
   * @param receives how often it was received so far
   */
  public void hide(String receiptHandle, int receives) {
    Duration wait = backoff.after(receives, random);
    try {
      AwsCalls.call(
          "SQS: hide a message",
          () ->
              sqs.changeMessageVisibility(request ->
                  request
                      .queueUrl(queueUrl)
                      .receiptHandle(receiptHandle)
                      .visibilityTimeout((int) wait.toSeconds())));
    } catch (TryAgainLater | SdkException notHidden) {
      // Then it comes at the queue's own time, and the others of its batch are not held up.
      System.err.println("a message is not hidden longer: " + notHidden.getMessage());
    }
  }
}
