package dev.cutoff.adapter.sqs;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.stock.application.ReservationQueue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts orders into the queue {@code hot-reservations}. */
public final class SqsReservationQueue implements ReservationQueue {
  private final SqsClient sqs;
  private final String queueUrl;

  public SqsReservationQueue(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void put(Queued queued) {
    AwsCalls.call(
        "SQS: queue for stock",
        () ->
            sqs.sendMessage(request ->
                request.queueUrl(queueUrl).messageBody(ReservationMessage.write(queued))));
  }
}
