package dev.cutoff.acceptance.template;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.cutoff.local.shop.LocalShop;
import dev.cutoff.platform.Platform;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Collects what functions ask of AWS in all shops of this suite; the last test looks at it. */
public final class Seen {
  private static final Set<Permission> USED = new ConcurrentSkipListSet<>();
  private static final AtomicInteger SHOPS = new AtomicInteger();

  private Seen() {}

  /** Makes functions whose questions are written down. */
  public static LocalShop.Making watching() {
    SHOPS.incrementAndGet();
    return Seen::make;
  }

  private static RequestStreamHandler make(
      String function, Platform platform, Function<Platform, RequestStreamHandler> maker) {
    return maker.apply(
        WatchedPlatform.over(
            platform, (action, resource) -> USED.add(new Permission(function, action, resource))));
  }

  static Set<Permission> used() {
    return new TreeSet<>(USED);
  }

  /** How many shops there were. */
  static int shops() {
    return SHOPS.get();
  }
}
