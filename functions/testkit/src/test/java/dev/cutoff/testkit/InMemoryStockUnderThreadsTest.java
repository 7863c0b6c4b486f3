package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import java.time.Instant;
import java.util.List;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Lincheck: random calls by two threads at once, whose answers must be those of some order of the
 * calls one after another.
 */
final class InMemoryStockUnderThreadsTest {

  @Test
  void calls_at_once_answer_as_if_one_came_after_another() {
    options().iterations(5).invocationsPerIteration(200).check(Calls.class);
  }

  @Test
  void a_shelf_that_is_read_and_then_written_is_found() {
    assertThatThrownBy(
            () -> options().iterations(20).invocationsPerIteration(500).check(ReadThenWrite.class))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining("Invalid execution results");
  }

  private static StressOptions options() {
    return new StressOptions()
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(0)
        .actorsAfter(0)
        .minimizeFailedScenario(false);
  }

  /** Orders that want two of three units each. */
  @Param(name = "order", gen = IntGen.class, conf = "1:3")
  public static final class Calls {
    private static final Shelf MUGS = Shelf.of(new Sku("MUG"), new NodeId("EAST"));
    private static final Cause CAUSE = Cause.ours(Instant.parse("2026-11-23T12:00:00Z"), "");

    private final InMemoryStock stock = new InMemoryStock().with("MUG", "EAST", 3);

    @Operation
    public String reserve(@Param(name = "order") int order) {
      try {
        return stock.reserve(two(order), SafetyStock.NONE, CAUSE).getClass().getSimpleName();
      } catch (IllegalStateException givenBack) {
        return "given back before";
      }
    }

    @Operation
    public int release(@Param(name = "order") int order) {
      return stock.release(two(order), CAUSE).done().size();
    }

    @Operation
    public int consume(@Param(name = "order") int order) {
      return stock.consume(two(order), CAUSE).done().size();
    }

    @Operation
    public String level() {
      return stock.levels(List.of(MUGS.sku())).toString();
    }

    private static List<Reservation> two(int number) {
      OrderId order = new OrderId("T-" + number);
      return List.of(
          new Reservation(
              order,
              "1",
              MUGS.sku(),
              MUGS.node(),
              null,
              2,
              2,
              ShipmentId.of(order, 1),
              Reservation.State.RESERVED));
    }
  }

  /** What shops do that sell 714 of 300. */
  public static final class ReadThenWrite {
    private long left = 3;

    @Operation
    @SuppressWarnings("ThreadPriorityCheck") // The two should meet on one core, too.
    public boolean take() {
      long seen = left;
      if (seen < 1) {
        return false;
      }
      Thread.yield();
      left = seen - 1;
      return true;
    }

    @Operation
    public long left() {
      return left;
    }
  }
}
