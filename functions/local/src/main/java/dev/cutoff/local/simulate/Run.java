package dev.cutoff.local.simulate;

import dev.cutoff.stock.Movement;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.stock.application.Stock.Observation;
import dev.cutoff.testkit.dynamo.InMemoryDynamo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** One schedule as it is played, and all that was seen meanwhile. */
final class Run {
  private static final Instant OPENED = Instant.parse("2026-11-23T12:00:00Z");
  private static final int MOST_REQUESTS = 1_500;

  final Plan plan;
  final Place place;
  final Tally tally;
  private final @Nullable List<String> lines;
  private final long[] busySince;
  private final IdentityHashMap<Deed, Optional<Observation>> counts = new IdentityHashMap<>();
  final List<Loss> losses = new ArrayList<>();
  final Map<String, Integer> done = new HashMap<>();
  final Set<String> reserved = new TreeSet<>();
  private long now;
  private int requests;
  private @Nullable String violation;

  /**
   * A schedule to be played.
   *
   * @param lines where what happens is written down; null where nobody wants to read it
   */
  Run(Plan plan, Place place, Tally tally, @Nullable List<String> lines) {
    this.plan = plan;
    this.place = place;
    this.tally = tally;
    this.lines = lines;
    this.busySince = new long[plan.clients().size()];
    Arrays.fill(busySince, Long.MAX_VALUE);
  }

  /** Units that went without a word; came where below zero. */
  record Loss(Shelf shelf, long at, long units) {}

  /** The law that did not hold, first of all; null where all did. */
  @Nullable String play() {
    place.tables.clear();
    plan.opening()
        .forEach((shelf, units) -> {
          var _ =
              place.looking.observe(
                  new Observation(shelf, units, time(0), "opening"), Stock.Tolerance.ANY);
        });
    List<Turns.Body> bodies = new ArrayList<>();
    for (int i = 0; i < plan.clients().size(); i++) {
      bodies.add(new Client(this, i));
    }
    Throwable failure = Turns.play(bodies, plan.turns());
    if (failure != null) {
      broken("nobody expected " + failure);
    }
    if (violation == null) {
      new Laws(this).check();
    }
    tally.schedules++;
    tally.requests += requests;
    return violation;
  }

  void broken(String law) {
    if (violation == null) {
      violation = law;
      say("BROKEN: " + law);
    }
  }

  boolean isTold() {
    return lines != null;
  }

  void say(String what) {
    if (lines != null) {
      lines.add("%3d  %s".formatted(now, what));
    }
  }

  long tick() {
    return ++now;
  }

  static Instant time(long tick) {
    return OPENED.plusSeconds(tick);
  }

  static long tickOf(Instant time) {
    return time.getEpochSecond() - OPENED.getEpochSecond();
  }

  /** Whoever tells of units that leave is at it from now on, or no more. */
  void busy(int client, boolean begins) {
    busySince[client] = begins ? now : Long.MAX_VALUE;
  }

  /** A request goes to the tables. */
  void asked() {
    tick();
    if (++requests > MOST_REQUESTS) {
      throw new IllegalStateException("a schedule that never ends");
    }
  }

  /** Law 1, after each write of a shelf. */
  void written(DynamoDbRequest request) {
    if (!(request instanceof TransactWriteItemsRequest transaction)) {
      return;
    }
    for (TransactWriteItem item : transaction.transactItems()) {
      Map<String, AttributeValue> key =
          item.update() != null
              ? item.update().key()
              : item.put() != null ? item.put().item() : Map.of();
      AttributeValue pk = key.get("pk");
      AttributeValue sk = key.get("sk");
      if (pk != null && sk != null && pk.s().startsWith("SKU#")) {
        addsUp(place.tables, Map.of("pk", pk, "sk", sk));
      }
    }
  }

  private void addsUp(InMemoryDynamo tables, Map<String, AttributeValue> key) {
    Map<String, AttributeValue> row =
        tables.getItem(get -> get.tableName(Place.STOCK).key(key)).item();
    long available = number(row, "available");
    long reserved = number(row, "reserved");
    long picked = number(row, "picked");
    long unavailable = number(row, "unavailable");
    long onHand = number(row, "onHand");
    if (onHand != available + reserved + picked + unavailable
        || Math.min(available, Math.min(reserved, Math.min(picked, unavailable))) < 0) {
      broken(
          "law 1, %s: %d on hand, %d available, %d reserved, %d picked, %d unavailable"
              .formatted(
                  key.values().stream().map(AttributeValue::s).sorted().toList(),
                  onHand,
                  available,
                  reserved,
                  picked,
                  unavailable));
    }
  }

  private static long number(Map<String, AttributeValue> row, String name) {
    AttributeValue value = row.get(name);
    return value == null ? 0 : Long.parseLong(value.n());
  }

  /**
   * What a person counts: all that is there at a time before which nothing is still to be told.
   * Empty where there is no such time; the same whoever tells it again.
   */
  Optional<Observation> count(Deed.Count deed) {
    return counts.computeIfAbsent(deed, first -> counted(deed));
  }

  private Optional<Observation> counted(Deed.Count deed) {
    long told = Arrays.stream(busySince).min().orElse(Long.MAX_VALUE) - 1;
    long at = Math.min(now, told) - deed.back();
    if (at < 1) {
      return Optional.empty();
    }
    long units = there(deed.shelf(), at);
    return units < 0
        ? Optional.empty()
        : Optional.of(new Observation(deed.shelf(), units, time(at), "scanner"));
  }

  /** Units that really were there at that tick: what was told of, and what was not. */
  long there(Shelf shelf, long at) {
    return plan.opening().getOrDefault(shelf, 0L)
        + place.looking.ledger(shelf, Instant.EPOCH).stream()
            .filter(each -> !isCount(each) && !each.cause().at().isAfter(time(at)))
            .mapToLong(Movement::onHand)
            .sum()
        - lost(shelf, at);
  }

  long lost(Shelf shelf, long until) {
    return losses.stream()
        .filter(each -> each.shelf().equals(shelf) && each.at() <= until)
        .mapToLong(Loss::units)
        .sum();
  }

  void lose(Deed.Lose deed) {
    if (there(deed.shelf(), now) >= deed.units()) {
      losses.add(new Loss(deed.shelf(), now, deed.units()));
    }
  }

  static boolean isCount(Movement movement) {
    return movement.kind() == Movement.Kind.OPENED || movement.kind() == Movement.Kind.COUNTED;
  }
}
