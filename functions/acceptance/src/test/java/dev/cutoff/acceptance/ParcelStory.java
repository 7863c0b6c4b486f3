package dev.cutoff.acceptance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * What happens to a parcel, told in rounds: in which round it does, and in which its carrier says
 * so, maybe rounds later and more than once.
 */
record ParcelStory(List<Event> events) {
  static final Duration ROUND = Duration.ofHours(2);

  /**
   * A scan.
   *
   * @param status as the rate card's carriers write it
   * @param arrives the rounds in which it is told; at least one
   */
  record Event(String status, int happens, List<Integer> arrives) {
    int first() {
      return arrives.stream().mapToInt(Integer::intValue).min().orElseThrow();
    }
  }

  /** One of ten comes back, one of ten is damaged on the van and stays there. */
  static ParcelStory any(RandomGenerator random) {
    List<String> way = new ArrayList<>(List.of("accepted", "in_transit"));
    if (random.nextBoolean()) {
      way.add("in_transit");
    }
    way.add("out_for_delivery");
    int end = random.nextInt(10);
    if (end == 0) {
      way.add("damaged");
    } else {
      if (random.nextInt(3) == 0) {
        way.addAll(List.of("delivery_attempted", "out_for_delivery"));
      }
      way.add(end == 1 ? "returned" : "delivered");
    }
    List<Event> events = new ArrayList<>();
    int round = 0;
    for (String status : way) {
      round += random.nextInt(2);
      int told = round + (random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0);
      List<Integer> arrives = new ArrayList<>(List.of(told));
      while (random.nextInt(3) == 0) {
        arrives.add(told + random.nextInt(4));
      }
      events.add(new Event(status, round, arrives));
    }
    return new ParcelStory(events);
  }

  int lastRound() {
    return events.stream()
        .flatMap(event -> event.arrives().stream())
        .max(Integer::compare)
        .orElse(0);
  }

  /** How far it comes. */
  TrackingStatus furthest() {
    return events.stream()
        .flatMap(event -> status(event).stream())
        .max(TrackingStatus::compareTo)
        .orElseThrow();
  }

  boolean ends(String status) {
    return events.getLast().status().equals(status);
  }

  /** The first round in which somebody is told such a thing; empty where nobody ever is. */
  Optional<Integer> told(Predicate<String> status) {
    return events.stream()
        .filter(event -> status.test(event.status()))
        .map(Event::first)
        .min(Integer::compare);
  }

  /** What arrives in that round, as often as it does. */
  List<ObjectNode> said(int round, String number, Instant start) {
    List<ObjectNode> said = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      Instant at = start.plus(ROUND.multipliedBy(event.happens())).plus(Duration.ofMinutes(i));
      for (int arrival : event.arrives()) {
        if (arrival == round) {
          said.add(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("id", number + "-" + i)
                  .put("trackingNumber", number)
                  .put("status", event.status())
                  .put("occurredAt", at.toString())
                  .put("place", ""));
        }
      }
    }
    return said;
  }

  private static Optional<TrackingStatus> status(Event event) {
    return switch (event.status()) {
      case "damaged", "delivery_attempted" -> Optional.empty();
      default -> Optional.of(TrackingStatus.valueOf(event.status().toUpperCase(Locale.ROOT)));
    };
  }
}
