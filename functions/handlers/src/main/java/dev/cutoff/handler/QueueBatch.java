package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cutoff.adapter.sns.AnnouncementMessage;
import dev.cutoff.notice.Announcement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Handles each message of a batch alone: one bad one never takes the others down. */
final class QueueBatch {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
          .build();

  private QueueBatch() {}

  /**
   * Handles a batch.
   *
   * @param each false, or an exception, where the message is to come again, and after that goes to
   *     the dead letters
   */
  static void handle(InputStream in, OutputStream out, Predicate<Announcement> each)
      throws IOException {
    List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
    for (SQSEvent.SQSMessage message : JSON.readValue(in, SQSEvent.class).getRecords()) {
      if (!handled(message, each)) {
        failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
      }
    }
    JSON.writeValue(out, new SQSBatchResponse(failures));
  }

  private static boolean handled(SQSEvent.SQSMessage message, Predicate<Announcement> each) {
    try {
      return each.test(AnnouncementMessage.read(message.getBody()));
    } catch (RuntimeException failed) {
      System.err.println(
          "{\"level\":\"ERROR\",\"messageId\":\"%s\",\"error\":\"%s\"}"
              .formatted(message.getMessageId(), failed.getClass().getName()));
      return false;
    }
  }
}
