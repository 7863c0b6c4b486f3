package dev.cutoff.local.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The event that a function gets for a batch, and its partial answer. */
final class SqsEvents {

  private final ObjectMapper json = new ObjectMapper();

  byte[] event(List<Message> batch) {
    ObjectNode event = json.createObjectNode();
    ArrayNode records = event.putArray("Records");
    batch.forEach(message -> record(records.addObject(), message));
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree is always JSON", e);
    }
  }

  /** The ids that failed, or null where the answer is none that Lambda would take: all failed. */
  @Nullable Set<String> failures(byte[] answer, List<Message> batch) {
    Set<String> failed = new LinkedHashSet<>();
    if (answer.length == 0) {
      return failed;
    }
    JsonNode items;
    try {
      items = json.readTree(answer).path("batchItemFailures");
    } catch (IOException e) {
      return null;
    }
    if (items.isMissingNode() || items.isNull()) {
      return failed;
    }
    for (JsonNode item : items) {
      String id = item.path("itemIdentifier").asText("");
      if (batch.stream().noneMatch(message -> message.id().equals(id))) {
        return null;
      }
      failed.add(id);
    }
    return failed;
  }

  /** Another one for each delivery. */
  static String receiptHandle(Message message) {
    return message.key() + "#" + message.receives();
  }

  private static void record(ObjectNode record, Message message) {
    record.put("messageId", message.id());
    record.put("receiptHandle", receiptHandle(message));
    record.put("body", message.body());
    ObjectNode attributes = record.putObject("attributes");
    attributes.put("ApproximateReceiveCount", Integer.toString(message.receives()));
    attributes.put("SentTimestamp", Long.toString(message.sentAt().toEpochMilli()));
    attributes.put("SenderId", "000000000000");
    attributes.put(
        "ApproximateFirstReceiveTimestamp", Long.toString(message.sentAt().toEpochMilli()));
    ObjectNode own = record.putObject("messageAttributes");
    message
        .attributes()
        .forEach((name, attribute) -> {
          ObjectNode value = own.putObject(name);
          value.put("stringValue", attribute.value());
          value.putArray("stringListValues");
          value.putArray("binaryListValues");
          value.put("dataType", attribute.dataType());
        });
    record.put("md5OfBody", md5(message.body()));
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:" + message.queue());
    record.put("awsRegion", "us-east-1");
  }

  private static String md5(String body) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has MD5", e);
    }
  }
}
