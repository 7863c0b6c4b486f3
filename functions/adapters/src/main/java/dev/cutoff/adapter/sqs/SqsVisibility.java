package dev.cutoff.adapter.sqs;

import dev.cutoff.adapter.aws.AwsCalls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Keeps a message that is handed back hidden for longer than its queue does by itself. */
public final class SqsVisibility {
  /** As the template has it: what is due earlier comes in time without being asked for. */
  private static final Duration BY_ITSELF = Duration.ofSeconds(45);

  /** Twelve hours from its receipt, some of which is over. */
  private static final Duration LONGEST = Duration.ofHours(12).minusMinutes(5);

  private final SqsClient sqs;
  private final String queueUrl;
  private final InstantSource clock;

  public SqsVisibility(SqsClient sqs, String queueUrl, InstantSource clock) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.clock = clock;
  }

  /** Until then, or for as long as SQS can: it comes again, and may be handed back again. */
  public void hideUntil(String receiptHandle, Instant until) {
    Duration wanted = Duration.between(clock.instant(), until);
    if (wanted.compareTo(BY_ITSELF) <= 0) {
      return;
    }
    Duration hidden = wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    // Not a moment too early: a part of a second is a second.
    int seconds = Math.toIntExact(hidden.plusMillis(999).toSeconds());
    AwsCalls.call(
        "SQS: hide a message",
        () ->
            sqs.changeMessageVisibility(change ->
                change.queueUrl(queueUrl).receiptHandle(receiptHandle).visibilityTimeout(seconds)));
  }
}
