package dev.cutoff.local.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LiveSchedulerTest {

  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final LiveScheduler scheduler = new LiveScheduler(2, failures::add);

  @AfterEach
  void close() {
    scheduler.close();
  }

  @Test
  void workRunsWhenItIsDueAndNotBefore() throws InterruptedException {
    Instant due = Instant.now().plusMillis(80);
    List<Instant> ran = new CopyOnWriteArrayList<>();
    CountDownLatch done = new CountDownLatch(2);
    scheduler.at(
        due,
        () -> {
          ran.add(Instant.now());
          done.countDown();
        });
    scheduler.at(Instant.EPOCH, done::countDown);
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ran.getFirst()).isAfterOrEqualTo(due.minusMillis(1));
  }

  @Test
  void noMoreWorksRunAtOnceThanAllowed() throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch both = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(20);
    for (int i = 0; i < 20; i++) {
      scheduler.at(
          Instant.EPOCH,
          () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            both.countDown();
            await(both);
            running.decrementAndGet();
            done.countDown();
          });
    }
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(most.get()).isEqualTo(2);
  }

  @Test
  void aWorkThatThrowsIsToldAndTheNextOneRuns() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    scheduler.at(
        Instant.EPOCH,
        () -> {
          throw new IllegalStateException("broken");
        });
    scheduler.at(Instant.EPOCH.plusMillis(1), done::countDown);
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    while (!scheduler.isIdle()) {
      Thread.onSpinWait();
    }
    scheduler.close();
    assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCallThatTakesTooLongIsGivenUpAndInterrupted() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    assertThatThrownBy(() ->
            scheduler.within(
                Duration.ofMillis(50),
                () -> {
                  try {
                    return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                  }
                }))
        .isInstanceOf(TimeoutException.class);
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatACallThrowsIsThrownAsItIs() {
    IOException thrown = new IOException("x");
    assertThatThrownBy(() ->
            scheduler.within(
                Duration.ofSeconds(5),
                () -> {
                  throw thrown;
                }))
        .isSameAs(thrown);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
