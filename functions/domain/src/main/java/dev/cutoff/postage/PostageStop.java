package dev.cutoff.postage;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A switch that somebody turned off: no label is bought for that store, at that node or of that
 * carrier until it is lifted.
 *
 * @param id of the store, node or carrier
 * @param why for those whose orders wait
 */
public record PostageStop(Scope scope, String id, String why, String by, Instant at) {
  /** What is stopped. */
  public enum Scope {
    STORE,
    NODE,
    CARRIER;

    /** As the API writes it: {@code carrier}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> named(String wireName) {
      return Arrays.stream(values()).filter(each -> each.wireName().equals(wireName)).findFirst();
    }
  }

  public boolean isOf(Scope which, String name) {
    return scope == which && id.equals(name);
  }
}
