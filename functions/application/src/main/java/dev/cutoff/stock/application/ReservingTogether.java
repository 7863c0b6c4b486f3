package dev.cutoff.stock.application;

import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.Executions;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.application.CrowdedStock.Answer;
import dev.cutoff.stock.application.ReservationQueue.Queued;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Serves a batch of the orders that queue for hot shelves, first come, first served, and lets their
 * executions go on. Any of it may happen twice: what is there is there, and a token is used once.
 */
public final class ReservingTogether {
  /**
   * The execution waits 120 seconds, then goes on without the queue. A message that is older than
   * this must not take units any more that nobody would use.
   */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final CrowdedStock stock;
  private final ShelfHeat heat;
  private final Executions executions;
  private final AskingAll asking;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public ReservingTogether(
      CrowdedStock stock,
      ShelfHeat heat,
      Executions executions,
      AskingAll asking,
      Merchants merchants,
      InstantSource clock) {
    this.stock = stock;
    this.heat = heat;
    this.executions = executions;
    this.asking = asking;
    this.merchants = merchants;
    this.clock = clock;
  }

  /**
   * A message as it came.
   *
   * @param sentAt when it was put into the queue
   */
  public record Waiting(String messageId, Instant sentAt, Queued queued) {}

  /** Answers which messages are to come again. */
  public Set<String> reserve(List<Waiting> batch) {
    Set<String> again = new HashSet<>();
    List<Waiting> left = inTurn(batch);
    while (!left.isEmpty()) {
      List<Waiting> later = new ArrayList<>();
      again.addAll(round(eachOnce(left, later)));
      left = later;
    }
    return again;
  }

  private List<Waiting> inTurn(List<Waiting> batch) {
    Instant oldest = clock.instant().minus(PATIENCE);
    return batch.stream()
        .filter(each -> each.sentAt().isAfter(oldest))
        .sorted(Comparator.comparing(Waiting::sentAt).thenComparing(Waiting::messageId))
        .toList();
  }

  /** The messages of each order that want the same; what an order wants otherwise waits. */
  private static List<List<Waiting>> eachOnce(List<Waiting> all, List<Waiting> later) {
    Map<OrderId, List<Waiting>> orders = new LinkedHashMap<>();
    for (Waiting each : all) {
      List<Waiting> known =
          orders.computeIfAbsent(each.queued().orderId(), first -> new ArrayList<>());
      if (known.isEmpty() || known.getFirst().queued().wanted().equals(each.queued().wanted())) {
        known.add(each);
      } else {
        later.add(each);
      }
    }
    return List.copyOf(orders.values());
  }

  private Set<String> round(List<List<Waiting>> orders) {
    List<Waiting> first = orders.stream().map(List::getFirst).toList();
    Pressure pressure = Pressure.of(first);
    List<List<Reservation>> claims = first.stream().map(each -> each.queued().wanted()).toList();
    List<Answer> answers =
        stock.reserve(
            claims,
            pressure.pools(),
            merchants.current().safetyStock(),
            Cause.ours(clock.instant(), ""));
    pressure.collisions().forEach(heat::collided);
    Set<String> again = new HashSet<>();
    List<Waiting> decided = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      if (answers.get(i) == Answer.UNDECIDED) {
        orders.get(i).forEach(each -> again.add(each.messageId()));
      } else {
        decided.addAll(orders.get(i));
      }
    }
    again.addAll(untold(decided));
    return again;
  }

  /** Lets the executions go on, served or not: Reserve finds the units, or sees what is short. */
  private Set<String> untold(List<Waiting> decided) {
    List<Callable<Boolean>> tellings = new ArrayList<>();
    decided.forEach(each -> tellings.add(() -> executions.resume(each.queued().taskToken())));
    List<AskingAll.Answer<Boolean>> told = asking.ask(tellings, DEADLINE);
    Set<String> untold = new HashSet<>();
    for (int i = 0; i < decided.size(); i++) {
      // A token that is gone is no failure: the execution went on by itself.
      if (!(told.get(i) instanceof AskingAll.Answer.Answered<Boolean>)) {
        untold.add(decided.get(i).messageId());
      }
    }
    return untold;
  }
}
