package dev.cutoff.adapter.notice.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notice.Recipient;
import dev.cutoff.notice.application.HeedingComplaints.Complaint;
import dev.cutoff.notice.application.NoticeStops.Why;
import org.junit.jupiter.api.Test;

class MailEventsTest {
  @Test
  void aMailboxThatIsNotThereIsLeftAlone() {
    String notification =
        """
        {"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":
        [{"emailAddress":"gone@example.com"},{"emailAddress":"Sam <sam@example.com>"}]},"mail":{}}
        """;

    assertThat(MailEvents.read(notification).orElseThrow())
        .containsExactly(
            new Complaint(new Recipient("email", "gone@example.com"), Why.BOUNCED),
            new Complaint(new Recipient("email", "sam@example.com"), Why.BOUNCED));
  }

  @Test
  void aMailboxThatIsFullTodayIsNot() {
    String notification =
        """
        {"notificationType":"Bounce","bounce":{"bounceType":"Transient","bouncedRecipients":
        [{"emailAddress":"full@example.com"}]},"mail":{}}
        """;

    assertThat(MailEvents.read(notification).orElseThrow()).isEmpty();
  }

  @Test
  void whoCalledItSpamIsLeftAloneAsEventsSayIt() {
    String event =
        """
        {"eventType":"Complaint","complaint":{"complainedRecipients":
        [{"emailAddress":"sam@example.com"}]},"mail":{}}
        """;

    assertThat(MailEvents.read(event).orElseThrow())
        .containsExactly(new Complaint(new Recipient("email", "sam@example.com"), Why.COMPLAINED));
  }

  @Test
  void aDeliveryIsNoComplaintAndAnAnnouncementNoEvent() {
    assertThat(MailEvents.read("{\"eventType\":\"Delivery\",\"mail\":{}}").orElseThrow()).isEmpty();
    assertThat(MailEvents.read("{\"what\":\"shipped\",\"orderId\":\"DTC-1\"}")).isEmpty();
    assertThat(MailEvents.read("this is no announcement")).isEmpty();
  }
}
