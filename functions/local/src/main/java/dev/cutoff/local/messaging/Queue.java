package dev.cutoff.local.messaging;

import dev.cutoff.local.functions.FunctionError;
import dev.cutoff.local.functions.Functions;
import dev.cutoff.local.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

/**
 * A queue with the function behind it. What is here stands in the journal too; one batch is in work
 * at a time, and a message that failed stays hidden until its visibility timeout is over.
 */
final class Queue {

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
  private static final int FAILURE_LENGTH = 1000;

  private final QueueSettings settings;
  private final @Nullable Mapping mapping;
  private final MessageStore store;
  private final Functions functions;
  private final Scheduler scheduler;
  private final Disorder disorder;
  private final @Nullable Queue deadLetters;
  private final SqsEvents events = new SqsEvents();

  private final Object lock = new Object();
  private final TreeMap<String, Message> messages = new TreeMap<>();
  private final Set<String> repeated = new HashSet<>();

  /** Deliveries that are asked for: a second one at the same instant would find the same. */
  private final Set<Instant> asked = new HashSet<>();

  private boolean working;

  Queue(
      QueueSettings settings,
      @Nullable Mapping mapping,
      @Nullable Queue deadLetters,
      MessageStore store,
      Functions functions,
      Scheduler scheduler,
      Disorder disorder) {
    this.settings = settings;
    this.mapping = mapping;
    this.deadLetters = deadLetters;
    this.store = store;
    this.functions = functions;
    this.scheduler = scheduler;
    this.disorder = disorder;
    store.load(settings.name()).forEach(message -> messages.put(message.key(), message));
  }

  /** Takes in messages that are stored already. */
  void add(Collection<Message> stored) {
    synchronized (lock) {
      stored.forEach(message -> messages.put(message.key(), message));
    }
    // At once for a batch that is full, and when the first of it has waited long enough.
    wakeAt(scheduler.now());
    stored.stream().map(this::ready).filter(scheduler.now()::isBefore).forEach(this::wakeAt);
  }

  /** When a message may be delivered: from then on it no longer waits for company. */
  private Instant ready(Message message) {
    return mapping == null || message.receives() > 0
        ? message.visibleAt()
        : message.visibleAt().plus(mapping.window());
  }

  List<Message> all() {
    synchronized (lock) {
      return List.copyOf(messages.values());
    }
  }

  /**
   * Hides a message in work until then.
   *
   * @param receiptHandle of its last delivery
   */
  void hide(String receiptHandle, Instant until) {
    Message hidden;
    synchronized (lock) {
      Message known =
          messages.values().stream()
              .filter(message -> SqsEvents.receiptHandle(message).equals(receiptHandle))
              .findFirst()
              .orElseThrow(() ->
                  ReceiptHandleIsInvalidException.builder()
                      .message("The receipt handle is not valid any more")
                      .build());
      hidden = known.seenAt(until);
    }
    store.put(List.of(hidden));
    replace(List.of(hidden));
  }

  void remove(Message message) {
    synchronized (lock) {
      messages.remove(message.key());
    }
  }

  /** Asks for a delivery at the next instant at which there is something to deliver. */
  void wake() {
    Instant next;
    synchronized (lock) {
      next = messages.values().stream().map(this::ready).min(Instant::compareTo).orElse(null);
    }
    if (next != null) {
      wakeAt(next);
    }
  }

  private void wakeAt(Instant due) {
    if (mapping == null) {
      return;
    }
    synchronized (lock) {
      if (!asked.add(due)) {
        return;
      }
    }
    scheduler.at(
        due,
        () -> {
          synchronized (lock) {
            asked.remove(due);
          }
          deliver(mapping);
        });
  }

  private void deliver(Mapping to) {
    synchronized (lock) {
      if (working) {
        return;
      }
      working = true;
    }
    try {
      // Also where all that was due is buried by now: others may be hidden for longer.
      List<Message> batch = claim(to);
      if (!batch.isEmpty()) {
        settle(invoke(to, batch));
      }
    } catch (RuntimeException broken) {
      // The journal, not the function: what is stored is still to be delivered.
      wakeAt(scheduler.now().plus(AFTER_FAILURE));
      throw broken;
    } finally {
      synchronized (lock) {
        working = false;
      }
    }
    wake();
  }

  private List<Message> claim(Mapping to) {
    Instant now = scheduler.now();
    List<Message> visible = new ArrayList<>();
    for (Message message : all()) {
      if (!message.visibleAt().isAfter(now)) {
        visible.add(message);
      }
    }
    boolean full = visible.size() >= to.batchSize();
    if (!full && visible.stream().noneMatch(message -> !ready(message).isAfter(now))) {
      return List.of();
    }
    if (disorder.shuffles() > 0 && scheduler.random().nextDouble() < disorder.shuffles()) {
      shuffle(visible);
    }
    List<Message> batch = new ArrayList<>();
    for (Message message : visible) {
      if (deadLetters != null && message.receives() >= settings.maxReceiveCount()) {
        bury(message, deadLetters);
      } else if (batch.size() < to.batchSize()) {
        batch.add(message.claimed(now.plus(settings.visibilityTimeout())));
      }
    }
    store.put(batch);
    replace(batch);
    return batch;
  }

  private void bury(Message message, Queue grave) {
    Message dead = message.movedTo(grave.settings.name(), scheduler.now());
    store.move(message, dead);
    remove(message);
    grave.add(List.of(dead));
  }

  /** The messages that are done with. */
  private List<Message> invoke(Mapping to, List<Message> batch) {
    byte[] answer;
    try {
      answer = functions.invoke(to.function(), events.event(batch));
    } catch (FunctionError error) {
      String why = String.valueOf(error.getMessage());
      String kept = why.substring(0, Math.min(why.length(), FAILURE_LENGTH));
      // As they are now: the function may have hidden some for longer.
      replace(all().stream().filter(now -> isIn(batch, now)).map(m -> m.failed(kept)).toList());
      return List.of();
    }
    Set<String> failed = events.failures(answer, batch);
    return failed == null
        ? List.of()
        : batch.stream().filter(message -> !failed.contains(message.id())).toList();
  }

  private void settle(List<Message> done) {
    List<Message> gone = new ArrayList<>();
    for (Message message : done) {
      boolean again =
          disorder.duplicates() > 0
              && repeated.add(message.key())
              && scheduler.random().nextDouble() < disorder.duplicates();
      if (again) {
        replace(List.of(message.seenAt(scheduler.now())));
      } else {
        gone.add(message);
      }
    }
    store.delete(gone);
    gone.forEach(message -> {
      remove(message);
      repeated.remove(message.key());
    });
  }

  private static boolean isIn(List<Message> batch, Message message) {
    return batch.stream().anyMatch(each -> each.key().equals(message.key()));
  }

  private void replace(List<Message> changed) {
    synchronized (lock) {
      changed.forEach(message -> messages.replace(message.key(), message));
    }
  }

  private void shuffle(List<Message> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      int j = scheduler.random().nextInt(i + 1);
      Message swapped = list.get(i);
      list.set(i, list.get(j));
      list.set(j, swapped);
    }
  }
}
