package dev.cutoff.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.testkit.dynamo.InMemoryDynamo;
import dev.cutoff.testkit.dynamo.Seam;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** What schedules of the simulation of stock found, by hand. */
final class FoundBySimulationTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Shelf MUGS = Shelf.of(new Sku("MUG"), new NodeId("EAST"));
  private static final OrderId ORDER = new OrderId("DTC-1");
  private static final Cause LATER = Cause.ours(NOON.plusSeconds(9), "");

  private final InMemoryDynamo tables = InMemory.tables();
  private final Stock others = new DynamoStock(Embedded.fresh(tables, InMemory.TABLES));

  @Test
  void units_that_left_and_as_many_that_came_while_a_count_is_taken_are_not_counted_twice() {
    count(others, 2, NOON);
    List<Reservation> two = List.of(reservation(1));
    others.reserve(two, SafetyStock.NONE, LATER);
    Stock counting =
        new DynamoStock(
            Embedded.fresh(
                tables.through(
                    new Meanwhile(() -> {
                      others.consume(two, LATER);
                      others.book(
                          new Movement("slip 7", MUGS, Movement.Kind.RECEIVED, 2, 0, LATER, null));
                    })),
                InMemory.TABLES));
    count(counting, 2, NOON.plusSeconds(1));
    assertThat(others.levels(List.of(MUGS.sku())).getFirst().onHand()).isEqualTo(2);
  }

  @Test
  void a_move_that_was_made_is_done_for_whoever_looked_only_afterwards() {
    count(others, 2, NOON);
    others.reserve(List.of(reservation(1)), SafetyStock.NONE, LATER);
    List<Reservation> moved = List.of(reservation(2));
    assertThat(others.move(List.of(reservation(1)), moved, LATER))
        .isEqualTo(new Stock.Moved.Done());
    assertThat(others.move(others.reservations(ORDER).subList(1, 2), moved, LATER))
        .isEqualTo(new Stock.Moved.Done());
    assertThat(others.levels(List.of(MUGS.sku())).getFirst().reserved()).isEqualTo(2);
  }

  private static void count(Stock stock, long units, Instant at) {
    assertThat(
            stock.observe(new Stock.Observation(MUGS, units, at, "scanner"), Stock.Tolerance.ANY))
        .isInstanceOf(Stock.Observed.Taken.class);
  }

  private static Reservation reservation(int shipment) {
    return new Reservation(
        ORDER,
        "1",
        MUGS.sku(),
        MUGS.node(),
        null,
        2,
        2,
        ShipmentId.of(ORDER, shipment),
        Reservation.State.RESERVED);
  }

  /** What others do once, after the shelf was read and before the ledger is. */
  private static final class Meanwhile implements Seam {
    private final Runnable others;
    private boolean done;

    Meanwhile(Runnable others) {
      this.others = others;
    }

    @Override
    public <Q extends DynamoDbRequest, A extends DynamoDbResponse> A pass(
        Q request, Function<Q, A> to) {
      if (!done && request instanceof QueryRequest) {
        done = true;
        others.run();
      }
      return to.apply(request);
    }
  }
}
