package dev.cutoff.testkit;

import dev.cutoff.notice.Recipient;
import dev.cutoff.notice.application.NoticeStops;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Addresses that get no notices, in memory. */
public final class InMemoryNoticeStops implements NoticeStops {
  private final Map<String, Why> stops = new TreeMap<>();

  @Override
  public synchronized boolean isStopped(Recipient recipient) {
    return stops.containsKey(recipient.hash());
  }

  @Override
  public synchronized void stop(Recipient recipient, Why why, Instant at) {
    stops.putIfAbsent(recipient.hash(), why);
  }
}
