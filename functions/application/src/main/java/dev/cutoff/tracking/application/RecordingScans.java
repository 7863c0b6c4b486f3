package dev.cutoff.tracking.application;

import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.merchant.application.Secrets;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Orders;
import dev.cutoff.tracking.Scan;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes a carrier's scans, however many there are in a call: those of an order are written at once.
 * Each scan is answered; where one of them does not count the raw body is kept as it came, so that
 * nothing is lost.
 */
public final class RecordingScans {
  private final Merchants merchants;
  private final Secrets secrets;
  private final Map<String, TrackingSource> sources = new TreeMap<>();
  private final Orders orders;
  private final ObjectStore objects;
  private final ApplyingScans applying;
  private final InstantSource clock;

  @Inject
  public RecordingScans(
      Merchants merchants,
      Secrets secrets,
      Set<TrackingSource> sources,
      Orders orders,
      ObjectStore objects,
      ApplyingScans applying,
      InstantSource clock) {
    this.merchants = merchants;
    this.secrets = secrets;
    sources.forEach(source -> this.sources.put(source.provider(), source));
    this.orders = orders;
    this.objects = objects;
    this.applying = applying;
    this.clock = clock;
  }

  /** What the carrier is answered. */
  public sealed interface Outcome {
    /**
     * 202: how many scans counted, and what is wrong with the others.
     *
     * @param quarantineId under which the raw body is kept; null where every scan counted
     */
    record Recorded(int recorded, List<String> problems, @Nullable String quarantineId)
        implements Outcome {
      public Recorded {
        problems = List.copyOf(problems);
      }

      /** Every scan counted. */
      public Recorded(int recorded) {
        this(recorded, List.of(), null);
      }
    }

    /** 401. */
    record Forged() implements Outcome {}

    /** 404. */
    record NoSuchCarrier() implements Outcome {}
  }

  public Outcome record(String carrierId, Map<String, String> headers, byte[] body) {
    Carrier carrier = merchants.current().carriers().get(carrierId);
    TrackingSource source = carrier == null ? null : sources.get(carrier.provider());
    if (carrier == null || source == null) {
      return new Outcome.NoSuchCarrier();
    }
    if (!source.genuine(headers, body, secrets.value(carrier.secretName()), clock.instant())) {
      return new Outcome.Forged();
    }
    TrackingSource.Reading reading = source.read(carrierId, body);
    List<String> problems = new ArrayList<>(reading.problems());
    int recorded = 0;
    Optional<TryAgainLater> busy = Optional.empty();
    for (Map.Entry<OrderId, List<Scan>> each : byOrder(reading.scans(), problems).entrySet()) {
      // One order that is busy never keeps the others back.
      try {
        ApplyingScans.Applied applied = applying.apply(each.getKey(), each.getValue());
        recorded += applied.recorded();
        problems.addAll(applied.problems());
      } catch (TryAgainLater notThisTime) {
        busy = Optional.of(notThisTime);
      }
    }
    if (busy.isPresent()) {
      throw busy.get();
    }
    return problems.isEmpty()
        ? new Outcome.Recorded(recorded)
        : new Outcome.Recorded(recorded, problems, objects.put("quarantine", "bin", body));
  }

  /** In the order in which they came; a number that nobody knows is asked for once. */
  private Map<OrderId, List<Scan>> byOrder(List<Scan> scans, List<String> problems) {
    Map<String, Optional<OrderId>> known = new HashMap<>();
    Map<OrderId, List<Scan>> byOrder = new LinkedHashMap<>();
    for (Scan scan : scans) {
      known
          .computeIfAbsent(scan.trackingNumber(), orders::findByTracking)
          .ifPresentOrElse(
              id -> byOrder.computeIfAbsent(id, any -> new ArrayList<>()).add(scan),
              () -> problems.add(ApplyingScans.unknown(scan)));
    }
    return byOrder;
  }
}
