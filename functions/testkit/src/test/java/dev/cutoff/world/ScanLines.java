package dev.cutoff.world;

import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import dev.cutoff.tracking.application.TrackingSource;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One scan a line: id, tracking number, status or flag, time. Whatever else is a problem. */
final class ScanLines implements TrackingSource {
  @Override
  public String provider() {
    return "ratecard";
  }

  @Override
  public boolean genuine(Map<String, String> headers, byte[] body, String secret, Instant now) {
    return secret.equals(headers.get("signature"));
  }

  @Override
  public Reading read(String carrier, byte[] body) {
    List<Scan> scans = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String line : new String(body, StandardCharsets.UTF_8).split("\n", -1)) {
      String[] part = line.split(" ", -1);
      try {
        scans.add(scan(carrier, part));
      } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException garbage) {
        problems.add("unreadable scan: " + line);
      }
    }
    return new Reading(scans, problems);
  }

  private static Scan scan(String carrier, String[] part) {
    boolean flag = Arrays.stream(TrackingFlag.values()).anyMatch(it -> it.name().equals(part[2]));
    return new Scan(
        part[0],
        carrier,
        part[1],
        flag ? null : TrackingStatus.valueOf(part[2]),
        flag ? TrackingFlag.valueOf(part[2]) : null,
        Instant.parse(part[3]),
        "");
  }
}
