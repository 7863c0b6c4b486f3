package dev.cutoff.notice.application;

import dev.cutoff.notice.Recipient;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;

/** Stops addresses that mail came back from, or whose owners called it spam. */
public final class HeedingComplaints {
  private final NoticeStops stops;
  private final InstantSource clock;

  @Inject
  public HeedingComplaints(NoticeStops stops, InstantSource clock) {
    this.stops = stops;
    this.clock = clock;
  }

  /** One address, and what was said of it. */
  public record Complaint(Recipient recipient, NoticeStops.Why why) {}

  /** Each, as often as it is told. */
  public void heed(List<Complaint> complaints) {
    complaints.forEach(each -> stops.stop(each.recipient(), each.why(), clock.instant()));
  }
}
