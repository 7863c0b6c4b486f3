package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.stock.application.Stock.Ended;
import dev.cutoff.stock.application.Stock.Outcome;
import dev.cutoff.stock.application.Stock.Tolerance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Laws 1 and 2 over random histories and over many threads, for every {@link Stock}. */
public abstract class StockLawsContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Cause BECAUSE = new Cause(NOON, "test", "");
  private static final List<String> NODES = List.of("EAST", "WEST");

  private Stock stock;

  /** One with nothing in it. */
  protected abstract Stock fresh();

  /** How many random histories; each is about forty calls. */
  protected int histories() {
    return 100;
  }

  @BeforeEach
  void open() {
    stock = fresh();
  }

  @Test
  void two_orders_in_the_same_second_both_took_the_last_unit() throws Exception {
    count("MUG", "EAST", 10, NOON);
    List<Outcome> outcomes =
        Together.run(
            40,
            number ->
                Together.patiently(
                    () -> reserve(List.of(reservation("DTC-" + number, "MUG", "EAST", 1)))));
    assertThat(outcomes).filteredOn(each -> each instanceof Outcome.Reserved).hasSize(10);
    assertThat(outcomes).filteredOn(each -> each instanceof Outcome.Shortage).hasSize(30);
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(10);
    assertThat(level("MUG", "EAST").available()).isZero();
  }

  @Test
  void orders_of_several_lines_never_share_a_unit() throws Exception {
    count("MUG", "EAST", 20, NOON);
    count("TEE", "EAST", 12, NOON);
    List<Outcome> outcomes =
        Together.run(
            24,
            number ->
                Together.patiently(() ->
                    reserve(
                        List.of(
                            reservation("DTC-" + number, "MUG", "EAST", 2),
                            reservation("DTC-" + number, "TEE", "EAST", 1)))));
    assertThat(outcomes).filteredOn(each -> each instanceof Outcome.Reserved).hasSize(10);
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(20);
    assertThat(level("TEE", "EAST").reserved()).isEqualTo(10);
  }

  @Test
  void the_same_order_reserved_in_the_same_instant_takes_its_units_once() throws Exception {
    count("MUG", "EAST", 10, NOON);
    List<Reservation> mine = List.of(reservation("DTC-1", "MUG", "EAST", 3));
    assertThat(Together.run(12, number -> Together.patiently(() -> reserve(mine))))
        .containsOnly(new Outcome.Reserved());
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(3);
  }

  @Test
  void released_and_consumed_by_many_at_once_counts_once() throws Exception {
    count("MUG", "EAST", 10, NOON);
    List<Reservation> mine = List.of(reservation("DTC-1", "MUG", "EAST", 4));
    List<Reservation> others = List.of(reservation("DTC-2", "MUG", "EAST", 5));
    reserve(mine);
    reserve(others);
    Together.run(
        16,
        number -> {
          Together.patiently(() -> release(mine));
          Together.patiently(() -> consume(others));
          return number;
        });
    assertThat(level("MUG", "EAST").onHand()).isEqualTo(5);
    assertThat(level("MUG", "EAST").reserved()).isZero();
  }

  @Test
  void the_counters_are_the_sum_of_the_ledger_in_every_history() {
    ForAll.seeds(
        histories(),
        random -> {
          History history = new History(random, "H" + random.nextInt(1, 1_000_000_000));
          for (int step = 0; step < 40; step++) {
            history.step(step);
            history.check();
          }
        });
  }

  @Test
  void many_histories_at_once_keep_the_laws_too() throws Exception {
    String sku = "SHARED";
    NODES.forEach(node -> count(sku, node, 60, NOON));
    List<List<Reservation>> ends =
        Together.run(
            8,
            number -> {
              RandomGenerator random = new SplittableRandom(number);
              List<Reservation> mine = new ArrayList<>();
              for (int step = 0; step < 25; step++) {
                String order = "R-" + number + "-" + step;
                String node = NODES.get(random.nextInt(2));
                mine.add(reservation(order, sku, node, 1 + random.nextInt(4)));
                Together.patiently(() -> reserve(List.of(mine.getLast())));
                List<Reservation> some = List.of(mine.get(random.nextInt(mine.size())));
                Together.patiently(() -> {
                  if (random.nextBoolean()) {
                    release(some);
                  } else if (random.nextBoolean()) {
                    consume(some);
                  }
                });
              }
              return mine;
            });
    List<Reservation> rows =
        ends.stream()
            .flatMap(List::stream)
            .flatMap(each -> stock.reservations(each.orderId()).stream())
            .toList();
    for (String node : NODES) {
      StockLevel level = level(sku, node);
      assertThat(level.reserved()).isEqualTo(sum(rows, node, Reservation.State.RESERVED));
      assertThat(level.onHand()).isEqualTo(60 - sum(rows, node, Reservation.State.CONSUMED));
      assertThat(level.available()).isNotNegative();
    }
  }

  /** One random history on a SKU of its own, beside a model of what is on the shelves. */
  private final class History {
    private final RandomGenerator random;
    private final String sku;
    private final List<Reservation> asked = new ArrayList<>();
    private final long[] counted = new long[2];

    History(RandomGenerator random, String sku) {
      this.random = random;
      this.sku = sku;
      for (int node = 0; node < 2; node++) {
        counted[node] = random.nextLong(30);
        count(sku, NODES.get(node), counted[node], NOON);
      }
    }

    void step(int number) {
      switch (random.nextInt(5)) {
        case 0 -> releaseSome();
        case 1 -> consumeSome();
        case 2 -> recount(number);
        default -> reserveSome(number);
      }
    }

    private void reserveSome(int number) {
      List<Reservation> wanted = new ArrayList<>();
      for (String node : random.nextBoolean() ? NODES : NODES.subList(0, 1)) {
        OrderId order = new OrderId(sku + "-" + number);
        wanted.add(
            new Reservation(
                order,
                node,
                new Sku(sku),
                new NodeId(node),
                null,
                1 + random.nextLong(6),
                1,
                ShipmentId.of(order, 1),
                Reservation.State.RESERVED));
      }
      List<StockLevel> before = stock.levels(List.of(new Sku(sku)));
      Outcome outcome = reserve(wanted);
      boolean enough =
          wanted.stream()
              .allMatch(each ->
                  before.stream()
                      .anyMatch(level ->
                          level.node().equals(each.node())
                              && level.available() >= each.quantity()));
      assertThat(outcome instanceof Outcome.Reserved).isEqualTo(enough);
      asked.addAll(wanted);
    }

    private void releaseSome() {
      release(some());
    }

    private void consumeSome() {
      List<Reservation> some = some();
      for (Reservation each : some) {
        boolean held =
            stock.reservations(each.orderId()).stream()
                .anyMatch(row ->
                    row.key().equals(each.key()) && row.state() == Reservation.State.RESERVED);
        if (held) {
          counted[NODES.indexOf(each.node().value())] -= each.quantity();
        }
      }
      consume(some);
    }

    private void recount(int number) {
      int node = random.nextInt(2);
      long units = random.nextLong(30);
      if (count(sku, NODES.get(node), units, NOON.plusSeconds(number))
          instanceof Stock.Observed.Taken) {
        counted[node] = units;
      }
    }

    private List<Reservation> some() {
      return asked.stream().filter(each -> random.nextInt(4) == 0).toList();
    }

    void check() {
      List<Reservation> rows =
          asked.stream()
              .map(Reservation::orderId)
              .distinct()
              .flatMap(id -> stock.reservations(id).stream())
              .toList();
      for (int node = 0; node < 2; node++) {
        StockLevel level = level(sku, NODES.get(node));
        assertThat(level.onHand()).isEqualTo(counted[node]);
        assertThat(level.reserved())
            .isEqualTo(sum(rows, NODES.get(node), Reservation.State.RESERVED));
        assertThat(level.available()).isNotNegative();
      }
    }
  }

  private static long sum(List<Reservation> rows, String node, Reservation.State state) {
    return rows.stream()
        .filter(row -> row.node().value().equals(node) && row.state() == state)
        .mapToLong(Reservation::quantity)
        .sum();
  }

  private Stock.Observed count(String sku, String node, long count, Instant at) {
    return Together.patiently(() ->
        stock.observe(
            new Stock.Observation(Shelf.of(new Sku(sku), new NodeId(node)), count, at, "scanner 3"),
            Tolerance.ANY));
  }

  private StockLevel level(String sku, String node) {
    return stock.levels(List.of(new Sku(sku))).stream()
        .filter(level -> level.node().value().equals(node))
        .findFirst()
        .orElseThrow();
  }

  private Outcome reserve(List<Reservation> wanted) {
    return stock.reserve(wanted, SafetyStock.NONE, BECAUSE);
  }

  private Ended release(List<Reservation> some) {
    return stock.release(some, BECAUSE);
  }

  private Ended consume(List<Reservation> some) {
    return stock.consume(some, BECAUSE);
  }

  private static Reservation reservation(String order, String sku, String node, long quantity) {
    OrderId orderId = new OrderId(order);
    return new Reservation(
        orderId,
        sku,
        new Sku(sku),
        new NodeId(node),
        null,
        quantity,
        quantity,
        ShipmentId.of(orderId, 1),
        Reservation.State.RESERVED);
  }
}
