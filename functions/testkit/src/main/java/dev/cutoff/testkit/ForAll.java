package dev.cutoff.testkit;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Checks a property for many seeds. A failure names its seed; {@code -Dcutoff.seed=N} runs that one
 * alone.
 */
public final class ForAll {
  private ForAll() {}

  /** Something that must hold whatever the random generator says. */
  @FunctionalInterface
  public interface Property {
    void check(RandomGenerator random) throws Exception;
  }

  public static void seeds(int count, Property property) {
    Long only = Long.getLong("cutoff.seed");
    if (only != null) {
      checkOne(only, property);
      return;
    }
    for (long seed = 1; seed <= count; seed++) {
      checkOne(seed, property);
    }
  }

  private static void checkOne(long seed, Property property) {
    try {
      property.check(new SplittableRandom(seed));
    } catch (Exception | AssertionError failure) {
      throw new AssertionError(
          "does not hold for seed " + seed + " (-Dcutoff.seed=" + seed + "): " + failure, failure);
    }
  }
}
