package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cutoff.adapter.sns.AnnouncementMessage;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.notice.Announcement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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
    handleMessages(in, out, message -> each.test(AnnouncementMessage.read(message.getBody())));
  }

  /** What is done with one announcement, and how its next try is put off. */
  interface Patient {
    /**
     * Handles it.
     *
     * @param again also where that was done before
     * @return false where the message is to come again as soon as the queue brings it
     * @throws dev.cutoff.effect.application.TryAgainLater where it is to come again later
     */
    boolean handle(Announcement announcement, boolean again);

    /** Hides a message for longer, the longer the more often it was received. */
    void hide(String receiptHandle, int receives);

    /** Whether there is time for one more. */
    boolean hasTime();
  }

  /** As {@link #handle}, with tries that come ever later where it may help to wait. */
  static void handlePatiently(InputStream in, OutputStream out, Patient each) throws IOException {
    handleMessages(in, out, message -> handledPatiently(message, each));
  }

  /**
   * A message of a batch.
   *
   * @param receiptHandle by which SQS knows this delivery of it
   */
  record Received(String body, Instant sentAt, String receiptHandle) {}

  /**
   * Handles a batch for who wants to know more of a message than what it says.
   *
   * @param each as above
   */
  static void handleEach(InputStream in, OutputStream out, Predicate<Received> each)
      throws IOException {
    handleMessages(in, out, message -> each.test(received(message)));
  }

  private static void handleMessages(
      InputStream in, OutputStream out, Predicate<SQSEvent.SQSMessage> each) throws IOException {
    List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
    for (SQSEvent.SQSMessage message : JSON.readValue(in, SQSEvent.class).getRecords()) {
      if (!handled(message, each)) {
        failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
      }
    }
    JSON.writeValue(out, new SQSBatchResponse(failures));
  }

  private static boolean handledPatiently(SQSEvent.SQSMessage message, Patient each) {
    try {
      String body = message.getBody();
      if (each.hasTime()) {
        return each.handle(AnnouncementMessage.read(body), AnnouncementMessage.isAgain(body));
      }
      hide(message, each);
    } catch (TryAgainLater later) {
      log(message.getMessageId(), later);
      hide(message, each);
    }
    return false;
  }

  private static void hide(SQSEvent.SQSMessage message, Patient each) {
    Map<String, String> attributes = message.getAttributes();
    String receives = attributes == null ? null : attributes.get("ApproximateReceiveCount");
    if (receives != null && message.getReceiptHandle() != null) {
      each.hide(message.getReceiptHandle(), Integer.parseInt(receives));
    }
  }

  private static Received received(SQSEvent.SQSMessage message) {
    return new Received(message.getBody(), sentAt(message), message.getReceiptHandle());
  }

  private static Instant sentAt(SQSEvent.SQSMessage message) {
    return Instant.ofEpochMilli(Long.parseLong(message.getAttributes().get("SentTimestamp")));
  }

  /** Whether it comes from a queue, and not from a schedule. */
  static boolean isBatch(byte[] event) throws IOException {
    return JSON.readTree(event).has("Records");
  }

  /**
   * Handles what the messages of a batch name, each thing once.
   *
   * @param reader what a message names; an exception where it is none of ours
   * @param work answers which of them are to come again: so do the messages that name them
   */
  static <T> void handleTogether(
      InputStream in, OutputStream out, Function<String, Set<T>> reader, UnaryOperator<Set<T>> work)
      throws IOException {
    List<String> failed = new ArrayList<>();
    Map<String, Set<T>> named = new LinkedHashMap<>();
    for (SQSEvent.SQSMessage message : JSON.readValue(in, SQSEvent.class).getRecords()) {
      try {
        named.put(message.getMessageId(), reader.apply(message.getBody()));
      } catch (RuntimeException bad) {
        log(message.getMessageId(), bad);
        failed.add(message.getMessageId());
      }
    }
    Set<T> all = new LinkedHashSet<>();
    named.values().forEach(all::addAll);
    Set<T> again = all.isEmpty() ? Set.of() : work.apply(all);
    named.forEach((id, things) -> {
      if (!Collections.disjoint(things, again)) {
        failed.add(id);
      }
    });
    JSON.writeValue(
        out,
        new SQSBatchResponse(failed.stream().map(SQSBatchResponse.BatchItemFailure::new).toList()));
  }

  /** What a message of a batch becomes. */
  interface Reader<T> {
    T read(String messageId, Instant sentAt, String body);
  }

  /**
   * Handles a batch as a whole.
   *
   * @param reader an exception where a message is none of ours
   * @param work answers the ids of those that are to come again
   */
  static <T> void handleWhole(
      InputStream in, OutputStream out, Reader<T> reader, Function<List<T>, Set<String>> work)
      throws IOException {
    List<String> failed = new ArrayList<>();
    List<T> batch = new ArrayList<>();
    for (SQSEvent.SQSMessage message : JSON.readValue(in, SQSEvent.class).getRecords()) {
      try {
        batch.add(reader.read(message.getMessageId(), sentAt(message), message.getBody()));
      } catch (RuntimeException bad) {
        log(message.getMessageId(), bad);
        failed.add(message.getMessageId());
      }
    }
    failed.addAll(work.apply(batch));
    JSON.writeValue(
        out,
        new SQSBatchResponse(failed.stream().map(SQSBatchResponse.BatchItemFailure::new).toList()));
  }

  private static boolean handled(SQSEvent.SQSMessage message, Predicate<SQSEvent.SQSMessage> each) {
    try {
      return each.test(message);
    } catch (RuntimeException failed) {
      log(message.getMessageId(), failed);
      return false;
    }
  }

  private static void log(String messageId, RuntimeException failed) {
    System.err.println(
        "{\"level\":\"ERROR\",\"messageId\":\"%s\",\"error\":\"%s\"}"
            .formatted(messageId, failed.getClass().getName()));
  }
}
