package dev.cutoff.local.schedule;

import dev.cutoff.local.functions.FunctionError;
import dev.cutoff.local.functions.Functions;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.functions.Tripwire.Moment;
import dev.cutoff.local.journal.Journal;
import dev.cutoff.local.journal.Line;
import dev.cutoff.local.time.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Runs schedules. When each is due next is stored, so what was missed is run once at the start. */
public final class Schedules {

  private static final String BOOK = "schedules";

  private final List<Schedule> schedules;
  private final Journal journal;
  private final Functions functions;
  private final Scheduler scheduler;
  private final Tripwire tripwire;

  public Schedules(
      List<Schedule> schedules,
      Journal journal,
      Functions functions,
      Scheduler scheduler,
      Tripwire tripwire) {
    this.schedules = List.copyOf(schedules);
    this.journal = journal;
    this.functions = functions;
    this.scheduler = scheduler;
    this.tripwire = tripwire;
  }

  public void start() {
    for (Schedule schedule : schedules) {
      String stored = journal.find(BOOK, schedule.name());
      Instant due = stored == null ? scheduler.now().plus(schedule.rate()) : Instant.parse(stored);
      if (stored == null) {
        store(schedule, due);
      }
      await(schedule, due);
    }
  }

  private void await(Schedule schedule, Instant due) {
    scheduler.guard(due, () -> run(schedule, due));
  }

  private void run(Schedule schedule, Instant due) {
    Instant next = after(due, schedule.rate());
    store(schedule, next);
    try {
      functions.invoke(
          schedule.function(),
          schedule
              .input()
              .replace("<aws.scheduler.scheduled-time>", due.toString())
              .getBytes(StandardCharsets.UTF_8));
    } catch (FunctionError error) {
      // Told in the log by Functions; the next round is its retry.
    } finally {
      await(schedule, next);
    }
  }

  // On the grid of the rate, and in the future: a long night is made up for by one run.
  private Instant after(Instant due, Duration rate) {
    Instant now = scheduler.now();
    long missed = now.isAfter(due) ? Duration.between(due, now).dividedBy(rate) : 0;
    return due.plus(rate.multipliedBy(missed + 1));
  }

  private void store(Schedule schedule, Instant due) {
    tripwire.pass(Moment.BEFORE_WRITE, BOOK);
    journal.write(List.of(new Line(BOOK, schedule.name(), due.toString())));
    tripwire.pass(Moment.AFTER_WRITE, BOOK);
  }
}
