package dev.cutoff.adapter.notice.email;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.notice.Recipient;
import dev.cutoff.notice.application.HeedingComplaints.Complaint;
import dev.cutoff.notice.application.NoticeStops.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What SES tells of mails that went wrong, as its notifications or its events say it. */
public final class MailEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MailEvents() {}

  /**
   * The addresses to be left alone; none where the mail may yet arrive, or did. A mailbox that is
   * full today is no reason to be silent for ever: only what SES calls permanent is.
   *
   * @return empty where the message is none of SES
   */
  public static Optional<List<Complaint>> read(String body) {
    JsonNode event;
    try {
      event = JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
    if (!event.path("mail").isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (event.path("notificationType").asText(event.path("eventType").asText())) {
          case "Bounce" ->
              event.path("bounce").path("bounceType").asText().equals("Permanent")
                  ? named(event.path("bounce").path("bouncedRecipients"), Why.BOUNCED)
                  : List.of();
          case "Complaint" ->
              named(event.path("complaint").path("complainedRecipients"), Why.COMPLAINED);
          default -> List.of();
        });
  }

  private static List<Complaint> named(JsonNode recipients, Why why) {
    List<Complaint> complaints = new ArrayList<>();
    for (JsonNode each : recipients) {
      // "Sam <sam@example.com>" is possible in bounces.
      String said = each.path("emailAddress").asText();
      String address = said.replaceAll("^.*<([^<>]*)>\\s*$", "$1");
      Mailbox.plain(address)
          .ifPresent(plain ->
              complaints.add(new Complaint(new Recipient(EmailNotices.MEDIUM, plain), why)));
    }
    return complaints;
  }
}
