package dev.cutoff.adapter.sqs;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.adapter.sns.AnnouncementMessage;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.StoreUpdates;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts announcements into the queue {@code store-updates}. */
public final class SqsStoreUpdates implements StoreUpdates {
  private final SqsClient sqs;
  private final String queueUrl;

  public SqsStoreUpdates(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void send(Announcement announcement, boolean again) {
    String body =
        again
            ? AnnouncementMessage.writeAgain(announcement)
            : AnnouncementMessage.write(announcement);
    AwsCalls.call(
        "SQS: send a store update",
        () -> sqs.sendMessage(request -> request.queueUrl(queueUrl).messageBody(body)));
  }
}
