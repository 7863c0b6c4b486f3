package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file again after a while. A newer file that is wrong changes nothing but is told; the
 * first one must be right. Nothing is read before the first use, which a snapshot would freeze.
 */
public final class CachedMerchants implements Merchants {
  private final Supplier<byte[]> source;
  private final InstantSource clock;
  private final Duration maxAge;
  private final Consumer<List<Problem>> refused;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Kept kept;

  /**
   * What to read, and how long it counts.
   *
   * @param source the file's bytes, read anew at each call
   * @param refused is told what is wrong in a newer file, while the older one stays in force
   */
  public CachedMerchants(
      Supplier<byte[]> source,
      InstantSource clock,
      Duration maxAge,
      Consumer<List<Problem>> refused) {
    this.source = source;
    this.clock = clock;
    this.maxAge = maxAge;
    this.refused = refused;
  }

  private record Kept(Merchant merchant, Instant readAt) {}

  @Override
  public Merchant current() {
    lock.lock();
    try {
      Instant now = clock.instant();
      Kept last = kept;
      if (last != null && fresh(last, now)) {
        return last.merchant();
      }
      Merchant merchant = readAgain(last);
      kept = new Kept(merchant, now);
      return merchant;
    } finally {
      lock.unlock();
    }
  }

  /** A clock that was set back makes a file old as well. */
  private boolean fresh(Kept last, Instant now) {
    Duration age = Duration.between(last.readAt(), now);
    return !age.isNegative() && age.compareTo(maxAge) < 0;
  }

  private Merchant readAgain(@Nullable Kept last) {
    byte[] json = source.get();
    if (last != null && last.merchant().version().equals(MerchantFile.version(json))) {
      return last.merchant();
    }
    return switch (MerchantFile.read(json)) {
      case MerchantFile.Read(Merchant merchant) -> merchant;
      case MerchantFile.Wrong(List<Problem> problems) -> {
        if (last == null) {
          throw new WrongMerchantFile(problems);
        }
        refused.accept(problems);
        yield last.merchant();
      }
    };
  }
}
