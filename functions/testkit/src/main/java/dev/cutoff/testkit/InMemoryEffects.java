package dev.cutoff.testkit;

import dev.cutoff.effect.application.Effects;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Effects in memory. */
public final class InMemoryEffects implements Effects {
  private final Map<String, Claim> claims = new TreeMap<>();
  private final Map<String, String> ends = new TreeMap<>();
  private final Map<String, Failure> failures = new TreeMap<>();

  @Override
  public synchronized Claim claim(String key, Instant at) {
    Claim known = claims.putIfAbsent(key, Claim.IN_DOUBT);
    return known == null ? Claim.FIRST : known;
  }

  @Override
  public synchronized boolean isDone(String key) {
    return claims.get(key) == Claim.DONE;
  }

  @Override
  public synchronized void done(String key, String how, Instant at) {
    claims.put(key, Claim.DONE);
    ends.putIfAbsent(key, how);
  }

  @Override
  public synchronized void release(String key) {
    claims.remove(key, Claim.IN_DOUBT);
  }

  @Override
  public synchronized void failed(String key, String why, Instant at) {
    failures.put(key, new Failure(why, at));
  }

  @Override
  public synchronized Optional<Failure> failure(String key) {
    return Optional.ofNullable(failures.get(key));
  }

  /** How the effect ended; empty where it did not. */
  public synchronized Optional<String> how(String key) {
    return Optional.ofNullable(ends.get(key));
  }
}
