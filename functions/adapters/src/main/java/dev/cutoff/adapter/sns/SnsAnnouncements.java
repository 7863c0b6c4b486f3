package dev.cutoff.adapter.sns;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Announcements;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes on the topic; the attribute {@code what} is there for filters. */
public final class SnsAnnouncements implements Announcements {
  private final SnsClient sns;
  private final String topicArn;

  public SnsAnnouncements(SnsClient sns, String topicArn) {
    this.sns = sns;
    this.topicArn = topicArn;
  }

  @Override
  public void publish(Announcement announcement) {
    MessageAttributeValue what =
        MessageAttributeValue.builder()
            .dataType("String")
            .stringValue(announcement.what().wireName())
            .build();
    AwsCalls.call(
        "SNS: publish",
        () ->
            sns.publish(request ->
                request
                    .topicArn(topicArn)
                    .message(AnnouncementMessage.write(announcement))
                    .messageAttributes(Map.of("what", what))));
  }
}
