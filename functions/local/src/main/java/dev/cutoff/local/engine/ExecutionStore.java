package dev.cutoff.local.engine;

import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.functions.Tripwire.Moment;
import dev.cutoff.local.journal.Journal;
import dev.cutoff.local.journal.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * The engine's books. Every write is one execution, with what is new in its history, and only onto
 * the version it was made from. What runs is kept at hand as well.
 */
final class ExecutionStore {

  private static final String EXECUTIONS = "executions";
  private static final String HISTORY = "history";
  private static final String STATUS = "status:";

  // Behind every place: those begin with a year.
  private static final String LAST = "~";
  private static final int LOCKS = 64;

  private final Journal journal;
  private final Tripwire tripwire;
  private final Map<String, Execution> running = new ConcurrentHashMap<>();
  private final List<Object> locks =
      IntStream.range(0, LOCKS).mapToObj(number -> new Object()).toList();

  ExecutionStore(Journal journal, Tripwire tripwire) {
    this.journal = journal;
    this.tripwire = tripwire;
  }

  @Nullable Execution find(String id) {
    Execution known = running.get(id);
    if (known != null) {
      return known;
    }
    String text = journal.find(EXECUTIONS, id);
    return text == null ? null : ExecutionText.execution(text);
  }

  /** The execution as written, or null where there is one of that name, whatever became of it. */
  @Nullable Execution create(Execution fresh) {
    synchronized (lock(fresh.id())) {
      return find(fresh.id()) == null ? write(fresh, null) : null;
    }
  }

  /** The execution as written, or null where somebody else has moved it on. */
  @Nullable Execution update(Execution changed) {
    synchronized (lock(changed.id())) {
      Execution before = find(changed.id());
      return before == null || before.version() != changed.version()
          ? null
          : write(changed.nextVersion(), before);
    }
  }

  /** All of that status, by start and name; the newest last. */
  List<Execution> list(String machine, ExecutionStatus status) {
    return executions(journal.beginning(book(machine, status), ""));
  }

  /** The newest of that status first, from behind the given place on. */
  List<Execution> newest(String machine, ExecutionStatus status, @Nullable String after, int most) {
    return executions(journal.before(book(machine, status), after == null ? LAST : after, most));
  }

  List<Event> history(Execution e) {
    List<Event> events = new ArrayList<>();
    for (Line line : journal.beginning(HISTORY, e.id() + "#")) {
      events.addAll(ExecutionText.events(Objects.requireNonNull(line.text())));
    }
    return events;
  }

  private Execution write(Execution next, @Nullable Execution before) {
    tripwire.pass(Moment.BEFORE_WRITE, EXECUTIONS);
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(EXECUTIONS, next.id(), ExecutionText.of(next)));
    if (!next.news().isEmpty()) {
      // Versions have eight digits, so that they sort; an execution lives ninety days.
      String key = "%s#%08d".formatted(next.id(), next.version());
      lines.add(new Line(HISTORY, key, ExecutionText.of(next.news())));
    }
    if (before == null || before.status() != next.status()) {
      if (before != null) {
        lines.add(Line.gone(book(before.machine(), before.status()), before.place()));
      }
      lines.add(new Line(book(next.machine(), next.status()), next.place(), next.id()));
    }
    journal.write(lines);
    Execution written = next.told();
    if (written.end() == null) {
      running.put(written.id(), written);
    } else {
      running.remove(written.id());
    }
    tripwire.pass(Moment.AFTER_WRITE, EXECUTIONS);
    return written;
  }

  private List<Execution> executions(List<Line> places) {
    return places.stream()
        .map(place -> find(Objects.requireNonNull(place.text())))
        .map(Objects::requireNonNull)
        .toList();
  }

  private Object lock(String id) {
    return locks.get(Math.floorMod(id.hashCode(), LOCKS));
  }

  private static String book(String machine, ExecutionStatus status) {
    return STATUS + machine + ":" + status;
  }
}
