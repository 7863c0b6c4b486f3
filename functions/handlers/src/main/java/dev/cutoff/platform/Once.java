package dev.cutoff.platform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a thing at its first use and keeps it: what a function does not use is never made. */
final class Once<T> implements Supplier<T> {
  private final Supplier<? extends T> maker;
  private @Nullable T made;

  Once(Supplier<? extends T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    T there = made;
    if (there == null) {
      there = maker.get();
      made = there;
    }
    return there;
  }
}
