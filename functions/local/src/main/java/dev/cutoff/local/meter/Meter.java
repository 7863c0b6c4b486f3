package dev.cutoff.local.meter;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.cutoff.local.meter.Usage.Entry;
import dev.cutoff.platform.Platform;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * Counts what functions use. It comes between a function and what the function calls, so that every
 * unit has a name to it; what the embedded run needs for itself is not counted.
 */
public final class Meter {
  private final SortedMap<Entry, Double> amounts = new TreeMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final SortedMap<String, MeteredTable> tables;

  /**
   * A meter.
   *
   * @param tables those of the application
   */
  public Meter(List<CreateTableRequest> tables) {
    this.tables =
        tables.stream()
            .map(MeteredTable::of)
            .collect(
                Collectors.toMap(
                    MeteredTable::name, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  /** One instance of a function, made so that all it does is counted. */
  public RequestStreamHandler handler(
      String function, Platform platform, Function<Platform, RequestStreamHandler> make) {
    Clock clock = new Clock();
    MeteredPlatform metered = MeteredPlatform.over(platform, this, function, clock);
    return new MeteredHandler(make.apply(metered), this, function, clock);
  }

  /** All that was used so far. */
  public Usage usage() {
    lock.lock();
    try {
      return Usage.of(amounts);
    } finally {
      lock.unlock();
    }
  }

  void count(Use use, String function, String what, long amount) {
    count(use, function, what, (double) amount);
  }

  void count(Use use, String function, String what, double amount) {
    lock.lock();
    try {
      amounts.merge(new Entry(use, function, what), amount, Double::sum);
    } finally {
      lock.unlock();
    }
  }

  SortedMap<String, MeteredTable> tables() {
    return tables;
  }

  /** Held from looking at an item until it is written, so that nobody changes it in between. */
  ReentrantLock lock() {
    return lock;
  }
}
