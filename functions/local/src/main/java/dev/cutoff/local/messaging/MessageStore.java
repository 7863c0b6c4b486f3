package dev.cutoff.local.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.functions.Tripwire.Moment;
import dev.cutoff.local.journal.Journal;
import dev.cutoff.local.journal.Line;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A book for each queue: what is in it was sent and is not done with. */
final class MessageStore {

  private static final String QUEUES = "queues";
  private static final String QUEUE = "queue:";

  private final ObjectMapper json = new ObjectMapper();
  private final Journal journal;
  private final Tripwire tripwire;

  MessageStore(Journal journal, Tripwire tripwire) {
    this.journal = journal;
    this.tripwire = tripwire;
  }

  List<Message> load(String queue) {
    return journal.beginning(QUEUE + queue, "").stream()
        .map(line -> message(queue, line.key(), Objects.requireNonNull(line.text())))
        .toList();
  }

  void put(List<Message> messages) {
    write(messages.stream().map(this::line).toList());
  }

  void delete(List<Message> messages) {
    write(messages.stream().map(MessageStore::gone).toList());
  }

  /** From one queue into another, never into both or neither. */
  void move(Message from, Message to) {
    write(List.of(line(to), gone(from)));
  }

  private void write(List<Line> lines) {
    if (!lines.isEmpty()) {
      tripwire.pass(Moment.BEFORE_WRITE, QUEUES);
      journal.write(lines);
      tripwire.pass(Moment.AFTER_WRITE, QUEUES);
    }
  }

  private Line line(Message m) {
    Stored stored =
        new Stored(
            m.id(),
            m.body(),
            new LinkedHashMap<>(m.attributes()),
            m.sentAt().toString(),
            m.visibleAt().toString(),
            m.receives(),
            m.failure());
    try {
      return new Line(QUEUE + m.queue(), m.key(), json.writeValueAsString(stored));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings are always JSON", e);
    }
  }

  private Message message(String queue, String key, String text) {
    try {
      Stored stored = json.readValue(text, Stored.class);
      return new Message(
          queue,
          key,
          stored.id(),
          stored.body(),
          stored.attributes(),
          Instant.parse(stored.sentAt()),
          Instant.parse(stored.visibleAt()),
          stored.receives(),
          stored.failure());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored message is not readable any more", e);
    }
  }

  private static Line gone(Message m) {
    return Line.gone(QUEUE + m.queue(), m.key());
  }

  /** A message as it is written down; where it lies says the rest. */
  record Stored(
      String id,
      String body,
      LinkedHashMap<String, Attribute> attributes,
      String sentAt,
      String visibleAt,
      int receives,
      @Nullable String failure) {}
}
