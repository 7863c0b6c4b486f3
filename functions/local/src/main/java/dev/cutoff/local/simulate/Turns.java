package dev.cutoff.local.simulate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets one of several players go on at a time, in an order that is said beforehand. A player is a
 * virtual thread that stops wherever it calls {@link Player#rest}: equal orders, equal histories.
 */
final class Turns {
  private Turns() {}

  /** Who plays; stops and goes on when it is told to. */
  static final class Player {
    private final Thread driver;
    private final Thread thread;
    private volatile boolean mayGo;
    private volatile boolean stopped;
    private volatile boolean ended;
    private @Nullable Throwable failure;

    private Player(Body body) {
      driver = Thread.currentThread();
      thread = Thread.ofVirtual().unstarted(() -> play(body));
    }

    private void play(Body body) {
      try {
        body.play(this);
      } catch (Throwable broken) {
        // Told to whoever waits for the end of all.
        failure = broken;
      }
      ended = true;
      stopped = true;
      LockSupport.unpark(driver);
    }

    /** Lets others go on until it is this one's turn again. */
    void rest() {
      stopped = true;
      LockSupport.unpark(driver);
      while (!mayGo) {
        LockSupport.park(this);
      }
      mayGo = false;
    }

    private void turn() {
      stopped = false;
      if (thread.getState() == Thread.State.NEW) {
        thread.start();
      } else {
        mayGo = true;
        LockSupport.unpark(thread);
      }
      while (!stopped) {
        LockSupport.park(this);
      }
    }
  }

  /** What a player does. */
  @FunctionalInterface
  interface Body {
    void play(Player player);
  }

  /**
   * Plays until all have ended. Each turn is taken by one of those that have not: the next number
   * of the order says which; behind the end of the order it is the first.
   *
   * @return what went wrong in one of them; null where nothing did
   */
  static @Nullable Throwable play(List<Body> bodies, List<Integer> order) {
    List<Player> waiting = new ArrayList<>();
    bodies.forEach(body -> waiting.add(new Player(body)));
    Throwable failure = null;
    Iterator<Integer> next = order.iterator();
    while (!waiting.isEmpty()) {
      int which = next.hasNext() ? Math.floorMod(next.next(), waiting.size()) : 0;
      Player player = waiting.get(which);
      player.turn();
      if (player.ended) {
        waiting.remove(which);
        failure = failure == null ? player.failure : failure;
      }
    }
    return failure;
  }
}
