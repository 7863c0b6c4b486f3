package dev.cutoff.local.bench;

import dev.cutoff.adapter.dynamodb.Dynamo;
import dev.cutoff.adapter.dynamodb.DynamoCrowdedStock;
import dev.cutoff.adapter.dynamodb.DynamoStock;
import dev.cutoff.adapter.dynamodb.Tables;
import dev.cutoff.adapter.json.Codec;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.local.dynamo.LocalDynamo;
import dev.cutoff.local.limits.LimitedDynamo;
import dev.cutoff.local.limits.Limits;
import dev.cutoff.local.limits.Spent;
import dev.cutoff.local.limits.VirtualTime;
import dev.cutoff.local.shop.LocalShop;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.CrowdedStock;
import dev.cutoff.stock.application.CrowdedStock.Answer;
import dev.cutoff.stock.application.ReservationQueue.Queued;
import dev.cutoff.stock.application.ReservingTogether;
import dev.cutoff.stock.application.ReservingTogether.Waiting;
import dev.cutoff.stock.application.Stock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * One shelf that everybody wants, in virtual time under the model of DynamoDB's limits: the very
 * code that takes units in production, and nothing else.
 */
final class HotSale implements AutoCloseable {
  private static final Shelf SHELF = Shelf.of(new Sku("MUG-01"), new NodeId("EAST"));

  private static final Tables NAMES = new Tables("orders", "stock");

  /** From the queue to the function, and back with the answers. */
  private static final Duration RECEIVING = Duration.ofMillis(20);

  private static final Duration TELLING = Duration.ofMillis(20);
  private static final int RETRIES = 5;

  private final LocalDynamo tables = LocalDynamo.inMemory();
  private final VirtualTime time = new VirtualTime();
  private final Random random = new Random(5);
  private final Merchants merchants;
  private final LimitedDynamo limited;
  private final Dynamo dynamo;
  private final Stock stock;
  private final long units;
  private final Spent before;
  private Duration began = Duration.ZERO;
  private Duration ended = Duration.ZERO;
  private int served;
  private int refused;
  private int givenUp;

  /**
   * How it went.
   *
   * @param sold units that reservations hold
   * @param left units that nobody got
   * @param oversold units that reservations hold and the shelf never had
   * @param refused orders that were told there is not enough
   * @param givenUp orders whose tries were used up
   */
  record Figures(
      String name,
      int orders,
      double perSecond,
      double unitsEach,
      long sold,
      long left,
      long oversold,
      int refused,
      int givenUp,
      Spent spent) {
    /** All was sold, once, and everybody was told. */
    boolean isWhole() {
      return left == 0 && oversold == 0 && givenUp == 0;
    }
  }

  HotSale(Merchants merchants, long units) {
    tables.ensure(NAMES.requests());
    this.merchants = merchants;
    this.units = units;
    this.limited = new LimitedDynamo(tables.client(), time, Limits.SUSTAINED);
    this.dynamo = new Dynamo(limited, NAMES, new Codec(), random, time::sleep);
    this.stock = new DynamoStock(dynamo);
    time.start(() -> {
      Instant now = time.clock().instant();
      stock.observe(new Stock.Observation(SHELF, units, now, "opening"), Stock.Tolerance.ANY);
    });
    time.run();
    before = limited.spent();
  }

  /** One transaction an order, by as many callers at once. */
  Figures oneByOne(String name, int orders, int callers) {
    Instant start = time.clock().instant();
    began = time.passed();
    for (int first = 0; first < callers; first++) {
      int caller = first;
      time.start(() -> {
        for (int order = caller; order < orders; order += callers) {
          alone(wanted(order), start);
        }
      });
    }
    time.run();
    return figures(name, orders);
  }

  /** As Reserve would: its own tries, then those of the state machine. */
  private void alone(List<Reservation> wanted, Instant at) {
    for (int retry = 0; retry <= RETRIES; retry++) {
      try {
        switch (stock.reserve(wanted, merchants.current().safetyStock(), Cause.ours(at, ""))) {
          case Stock.Outcome.Reserved reserved -> serve(1);
          case Stock.Outcome.Shortage shortage -> refused++;
        }
        return;
      } catch (TryAgainLater busy) {
        time.sleep(Duration.ofMillis(random.nextInt(2_000 << retry)));
      }
    }
    givenUp++;
  }

  /**
   * Through the queue.
   *
   * @param functions that take batches at the same time
   * @param spread whether the shelf may be spread over rows
   */
  Figures queued(String name, int orders, int perSecond, int functions, boolean spread) {
    List<Waiting> queue = new ArrayList<>();
    Instant start = time.clock().instant();
    for (int order = 0; order < orders; order++) {
      List<Reservation> wanted = wanted(order);
      Queued queued = new Queued(wanted.getFirst().orderId(), "token-" + order, wanted);
      queue.add(
          new Waiting(
              "%08d".formatted(order),
              start.plusNanos(order * Duration.ofSeconds(1).toNanos() / perSecond),
              queued));
    }
    began = Duration.ofDays(1);
    Set<String> told = new HashSet<>();
    ReservingTogether together =
        new ReservingTogether(
            counted(new DynamoCrowdedStock(dynamo, time.clock()), spread),
            (shelf, times) -> {},
            new ToldExecutions(told),
            new AtOnce(),
            merchants,
            time.clock());
    for (int i = 0; i < functions; i++) {
      time.start(() -> consume(queue, together));
    }
    time.run();
    refused = told.size() - served;
    givenUp = orders - told.size();
    return figures(name, orders);
  }

  /** Batches as Lambda makes them: full, or a second old. */
  private void consume(List<Waiting> queue, ReservingTogether together) {
    while (!queue.isEmpty()) {
      Instant now = time.clock().instant();
      int there = 0;
      while (there < Math.min(queue.size(), LocalShop.HOT_BATCH)
          && !queue.get(there).sentAt().isAfter(now)) {
        there++;
      }
      boolean old = there > 0 && queue.getFirst().sentAt().plus(LocalShop.HOT_WINDOW).isBefore(now);
      if (there == LocalShop.HOT_BATCH || there == queue.size() || old) {
        List<Waiting> batch = List.copyOf(queue.subList(0, there));
        queue.subList(0, there).clear();
        began = began.compareTo(time.passed()) < 0 ? began : time.passed();
        time.sleep(RECEIVING);
        Set<String> again = together.reserve(batch);
        batch.stream().filter(each -> again.contains(each.messageId())).forEach(queue::add);
      } else {
        time.sleep(Duration.ofMillis(1));
      }
    }
  }

  private static List<Reservation> wanted(int order) {
    OrderId id = new OrderId("HOT-" + order);
    return List.of(
        new Reservation(
            id,
            "1",
            SHELF.sku(),
            SHELF.node(),
            null,
            order % 10 == 9 ? 2 : 1,
            order % 10 == 9 ? 2 : 1,
            ShipmentId.of(id, 1),
            Reservation.State.RESERVED));
  }

  private CrowdedStock counted(CrowdedStock crowded, boolean spread) {
    return (claims, pools, safety, cause) -> {
      List<Answer> answers = crowded.reserve(claims, spread ? pools : Map.of(), safety, cause);
      int more = Collections.frequency(answers, Answer.RESERVED);
      if (more > 0) {
        serve(more);
      }
      return answers;
    };
  }

  private void serve(int more) {
    served += more;
    ended = time.passed();
  }

  /** By the rows themselves, not by what was answered. */
  private Figures figures(String name, int orders) {
    Spent spent = limited.spent();
    Stock rows =
        new DynamoStock(new Dynamo(tables.client(), NAMES, new Codec(), random, pause -> {}));
    long sold = 0;
    int reservations = 0;
    for (int order = 0; order < orders; order++) {
      for (Reservation each : rows.reservations(new OrderId("HOT-" + order))) {
        sold += each.quantity();
        reservations++;
      }
    }
    StockLevel level = rows.levels(List.of(SHELF.sku())).getFirst();
    if (level.reserved() != sold || reservations != served) {
      throw new IllegalStateException(
          "the shelf says %s, its %d reservations %d, answered were %d"
              .formatted(level, reservations, sold, served));
    }
    return new Figures(
        name,
        orders,
        reservations / (ended.minus(began).toNanos() / 1e9),
        (double) (spent.writeUnits() - before.writeUnits()) / reservations,
        sold,
        Math.max(0, units - sold),
        Math.max(0, sold - units),
        refused,
        givenUp,
        spent);
  }

  /** Answers all at once, and takes no time but its own. */
  private final class AtOnce implements AskingAll {
    @Override
    public <T> List<AskingAll.Answer<T>> ask(List<Callable<T>> questions, Duration deadline) {
      List<AskingAll.Answer<T>> answers = new ArrayList<>();
      for (Callable<T> question : questions) {
        try {
          answers.add(new AskingAll.Answer.Answered<>(question.call()));
        } catch (Exception failed) {
          answers.add(new AskingAll.Answer.Failed<>(failed));
        }
      }
      time.sleep(TELLING);
      return answers;
    }
  }

  @Override
  public void close() {
    tables.close();
  }
}
