package dev.cutoff.local.messaging;

import dev.cutoff.local.functions.Functions;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.journal.Journal;
import dev.cutoff.local.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All queues, each with its dead letters, kept in the journal until they are done with. */
public final class Queues {

  private final SequencedMap<String, Queue> queues = new LinkedHashMap<>();
  private final SequencedMap<String, Queue> deadLetters = new LinkedHashMap<>();
  private final MessageStore store;
  private final Scheduler scheduler;
  private final AtomicLong sequence = new AtomicLong();

  public Queues(
      Journal journal,
      Functions functions,
      Scheduler scheduler,
      Tripwire tripwire,
      List<QueueSettings> settings,
      List<Mapping> mappings,
      Disorder disorder) {
    this.scheduler = scheduler;
    this.store = new MessageStore(journal, tripwire);
    for (QueueSettings queue : settings) {
      QueueSettings grave =
          new QueueSettings(queue.deadLetterQueue(), Duration.ZERO, Integer.MAX_VALUE);
      Queue dead = new Queue(grave, null, null, store, functions, scheduler, Disorder.NONE);
      Queue live =
          new Queue(queue, mapping(queue, mappings), dead, store, functions, scheduler, disorder);
      deadLetters.put(queue.name(), dead);
      queues.put(queue.name(), live);
      seen(dead);
      seen(live);
    }
    for (Mapping mapping : mappings) {
      queue(mapping.queue());
    }
  }

  /** To be called once at the start: delivers what an earlier process left. */
  public void resume() {
    queues.values().forEach(Queue::wake);
  }

  public String send(String queue, String body, SequencedMap<String, Attribute> attributes) {
    return send(List.of(queue), body, attributes).getFirst();
  }

  /** The message's ids, one a queue; when this returns, the message is stored in all of them. */
  List<String> send(List<String> names, String body, SequencedMap<String, Attribute> attributes) {
    return send(names, body, attributes, Duration.ZERO);
  }

  /** As above, delivered after that time. */
  List<String> send(
      List<String> names, String body, SequencedMap<String, Attribute> attributes, Duration delay) {
    Instant now = scheduler.now();
    List<Message> messages = new ArrayList<>();
    for (String name : names) {
      queue(name);
      String id = new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
      String key = "%016d".formatted(sequence.incrementAndGet());
      messages.add(new Message(name, key, id, body, attributes, now, now.plus(delay), 0, null));
    }
    store.put(messages);
    messages.forEach(message -> queue(message.queue()).add(List.of(message)));
    return messages.stream().map(Message::id).toList();
  }

  /** Hides a message that is in work for that time; false where it is not in work any more. */
  boolean hide(String queue, String receiptHandle, Duration time) {
    return queue(queue).hide(receiptHandle, scheduler.now().plus(time));
  }

  /** How many messages wait or are in work. */
  public int depth(String queue) {
    return queue(queue).all().size();
  }

  public List<DeadLetter> deadLetters(String queue) {
    return grave(queue).all().stream()
        .map(m ->
            new DeadLetter(m.id(), m.body(), m.attributes(), m.sentAt(), m.receives(), m.failure()))
        .toList();
  }

  /** Sends all dead letters of the queue to it again; how many there were. */
  public int redrive(String queue) {
    Queue grave = grave(queue);
    Queue live = queue(queue);
    List<Message> dead = grave.all();
    for (Message letter : dead) {
      Message again = letter.movedTo(queue, scheduler.now()).renewed(scheduler.now());
      store.move(letter, again);
      grave.remove(letter);
      live.add(List.of(again));
    }
    return dead.size();
  }

  boolean has(String queue) {
    return queues.containsKey(queue);
  }

  private Queue queue(String name) {
    return there(queues.get(name), name);
  }

  private Queue grave(String name) {
    return there(deadLetters.get(name), name);
  }

  private static Queue there(@Nullable Queue queue, String name) {
    if (queue == null) {
      throw new IllegalArgumentException("There is no queue " + name);
    }
    return queue;
  }

  // Keys go on after the last one stored, so that a restart never writes over what it found.
  private void seen(Queue queue) {
    queue.all().forEach(m -> sequence.accumulateAndGet(Long.parseLong(m.key()), Math::max));
  }

  private static @Nullable Mapping mapping(QueueSettings queue, List<Mapping> mappings) {
    return mappings.stream()
        .filter(mapping -> mapping.queue().equals(queue.name()))
        .findFirst()
        .orElse(null);
  }
}
