package dev.cutoff.adapter.notice.phone;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.notice.application.Notices.Notice;
import dev.cutoff.notice.application.Notices.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * WhatsApp messages through AWS End User Messaging Social. Who writes first writes in a template
 * that WhatsApp approved: ours has two places, the order's number and what there is to say of it.
 * There is no idempotency key.
 */
public final class AwsWhatsApp implements PhoneSender {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SERVICE = "social-messaging";
  private static final String PATH = "/v1/whatsapp/send";
  private static final String API_VERSION = "v20.0";
  private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

  private final SignedCalls calls;
  private final String identity;

  /**
   * Sends from a number.
   *
   * @param identity ARN or id of the phone number that messages come from
   */
  public AwsWhatsApp(SignedCalls calls, String identity) {
    this.calls = calls;
    this.identity = identity;
  }

  @Override
  public Sent send(Notice notice) {
    ObjectNode request = JSON.createObjectNode();
    request.put("originationPhoneNumberId", identity);
    // A blob: Jackson writes bytes as Base64, as the service wants them.
    request.put("message", message(notice).toString().getBytes(StandardCharsets.UTF_8));
    request.put("metaApiVersion", API_VERSION);
    SignedCalls.Answer answer = calls.post(SERVICE, PATH, HEADERS, request);
    if (answer.isDone()) {
      return Sent.SENT;
    }
    throw new TryAgainLater(
        "WhatsApp by AWS answered " + answer.status() + " " + answer.error() + ": not sent");
  }

  private static ObjectNode message(Notice notice) {
    ObjectNode message = JSON.createObjectNode();
    message.put("messaging_product", "whatsapp");
    message.put("recipient_type", "individual");
    message.put("to", notice.to());
    message.put("type", "template");
    ObjectNode template = message.putObject("template");
    template.put("name", notice.from());
    template.putObject("language").put("code", notice.language().replace('-', '_'));
    ObjectNode body = template.putArray("components").addObject();
    body.put("type", "body");
    ArrayNode places = body.putArray("parameters");
    places.addObject().put("type", "text").put("text", notice.subject());
    places.addObject().put("type", "text").put("text", notice.text());
    return message;
  }

  @Override
  public boolean repeatable() {
    return false;
  }
}
