package dev.cutoff.local.demo;

import dev.cutoff.effect.application.Tokens;
import java.util.random.RandomGenerator;

/** Tokens from the seed, so that two runs are the same. */
final class DemoTokens implements Tokens {
  private final RandomGenerator random;

  DemoTokens(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public String next() {
    return "demo%016x%016x".formatted(random.nextLong(), random.nextLong());
  }
}
