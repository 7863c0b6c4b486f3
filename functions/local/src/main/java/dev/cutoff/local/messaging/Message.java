package dev.cutoff.local.messaging;

import java.time.Instant;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A message in a queue; the key sorts by the order of sending. */
record Message(
    String queue,
    String key,
    String id,
    String body,
    SequencedMap<String, Attribute> attributes,
    Instant sentAt,
    Instant visibleAt,
    int receives,
    @Nullable String failure) {

  Message claimed(Instant hiddenUntil) {
    return new Message(
        queue, key, id, body, attributes, sentAt, hiddenUntil, receives + 1, failure);
  }

  Message seenAt(Instant when) {
    return new Message(queue, key, id, body, attributes, sentAt, when, receives, failure);
  }

  Message failed(String why) {
    return new Message(queue, key, id, body, attributes, sentAt, visibleAt, receives, why);
  }

  Message movedTo(String other, Instant when) {
    return new Message(other, key, id, body, attributes, sentAt, when, receives, failure);
  }

  Message renewed(Instant when) {
    return new Message(queue, key, id, body, attributes, sentAt, when, 0, failure);
  }
}
