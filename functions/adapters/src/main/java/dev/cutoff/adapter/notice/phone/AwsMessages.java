package dev.cutoff.adapter.notice.phone;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.notice.application.Notices.Notice;
import dev.cutoff.notice.application.Notices.Sent;
import java.util.Map;

/** Text messages through AWS End User Messaging, which knows no idempotency key. */
public final class AwsMessages implements PhoneSender {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SERVICE = "sms-voice";
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/x-amz-json-1.0",
          "X-Amz-Target", "PinpointSMSVoiceV2.SendTextMessage");

  private final SignedCalls calls;
  private final String identity;

  /**
   * Sends from an identity.
   *
   * @param identity ARN or id of the phone number, sender id or pool that messages come from
   */
  public AwsMessages(SignedCalls calls, String identity) {
    this.calls = calls;
    this.identity = identity;
  }

  @Override
  public Sent send(Notice notice) {
    ObjectNode request = JSON.createObjectNode();
    request.put("DestinationPhoneNumber", notice.to());
    request.put("OriginationIdentity", identity);
    request.put("MessageBody", notice.text());
    request.put("MessageType", "TRANSACTIONAL");
    SignedCalls.Answer answer = calls.post(SERVICE, "/", HEADERS, request);
    if (answer.isDone()) {
      return Sent.SENT;
    }
    if (answer.error().equals("ConflictException")
        && answer.body().path("Reason").asText().equals("DESTINATION_PHONE_NUMBER_OPTED_OUT")) {
      // The customer answered STOP, which AWS itself keeps.
      return Sent.UNWANTED;
    }
    throw new TryAgainLater(
        "AWS End User Messaging answered " + answer.status() + " " + answer.error() + ": not sent");
  }

  @Override
  public boolean repeatable() {
    return false;
  }
}
