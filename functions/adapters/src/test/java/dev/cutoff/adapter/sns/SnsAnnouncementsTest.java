package dev.cutoff.adapter.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.adapter.aws.AwsEndpoint;
import dev.cutoff.adapter.aws.AwsEndpoint.Answer;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.OrderId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;

final class SnsAnnouncementsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Announcement SHIPPED =
      new Announcement(
          Announcement.What.OUT_FOR_DELIVERY,
          new OrderId("DTC-1"),
          "SHP-DTC-1-1",
          "SHP-DTC-1-1-1",
          NOON);

  private final AwsEndpoint sns = AwsEndpoint.start();
  private final SnsAnnouncements announcements =
      new SnsAnnouncements(sns.client(SnsClient.builder()), "arn:aws:sns:us-east-1:1:topic");

  @AfterEach
  void stop() {
    sns.close();
  }

  @Test
  void an_announcement_says_what_it_is_to_filters_as_well() {
    sns.answers(request ->
        new Answer(
            200,
            "<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult>"
                + "</PublishResponse>"));
    announcements.publish(SHIPPED);
    List<String> form =
        List.of(sns.requests().getFirst().body().split("&")).stream()
            .map(each -> URLDecoder.decode(each, StandardCharsets.UTF_8))
            .toList();
    assertThat(form)
        .contains(
            "Action=Publish",
            "TopicArn=arn:aws:sns:us-east-1:1:topic",
            "Message=" + AnnouncementMessage.write(SHIPPED),
            "MessageAttributes.entry.1.Name=what",
            "MessageAttributes.entry.1.Value.StringValue=out_for_delivery");
  }

  @Test
  void a_busy_topic_is_to_be_tried_again() {
    sns.answers(request ->
        new Answer(429, "<ErrorResponse><Error><Code>Throttled</Code></Error></ErrorResponse>"));
    assertThatThrownBy(() -> announcements.publish(SHIPPED)).isInstanceOf(TryAgainLater.class);
  }

  @Test
  void every_announcement_reads_back_as_it_was_written() {
    for (Announcement.What what : Announcement.What.values()) {
      Announcement whole = new Announcement(what, new OrderId("DTC-1"), null, null, NOON);
      assertThat(AnnouncementMessage.read(AnnouncementMessage.write(whole))).isEqualTo(whole);
    }
    assertThat(AnnouncementMessage.read(AnnouncementMessage.write(SHIPPED))).isEqualTo(SHIPPED);
  }

  @Test
  void what_is_no_announcement_is_refused() {
    for (String body :
        List.of(
            "",
            "null",
            "[]",
            "{",
            "{}",
            "{\"what\":\"teleported\",\"orderId\":\"DTC-1\",\"occurredAt\":\"2026-11-23T12:00:00Z\"}",
            "{\"what\":\"shipped\",\"occurredAt\":\"2026-11-23T12:00:00Z\"}",
            "{\"what\":\"shipped\",\"orderId\":\"DTC-1\",\"occurredAt\":\"yesterday\"}")) {
      assertThatThrownBy(() -> AnnouncementMessage.read(body))
          .as(body)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
