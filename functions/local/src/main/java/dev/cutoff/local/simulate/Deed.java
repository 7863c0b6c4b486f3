package dev.cutoff.local.simulate;

import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import java.util.List;
import java.util.stream.Collectors;

/** Something that a client is to do, once however often it is asked for. */
sealed interface Deed {
  /** Holds units for an order. */
  record Reserve(OrderId order, List<Reservation> wanted) implements Deed {
    public Reserve {
      wanted = List.copyOf(wanted);
    }

    @Override
    public String toString() {
      return "reserve for " + order + ": " + shown(wanted);
    }
  }

  /**
   * Gives back, picks or consumes what an order holds.
   *
   * @param asked as they were reserved
   * @param looksFirst whether the client reads what the order holds by now, as the use cases do
   * @param why "cancelled", "not paid in time"
   */
  record End(
      OrderId order, List<Reservation> asked, Reservation.State how, boolean looksFirst, String why)
      implements Deed {
    public End {
      asked = List.copyOf(asked);
    }

    @Override
    public String toString() {
      return "%s of %s becomes %s (%s)"
          .formatted(looksFirst ? "what it holds" : shown(asked), order, how, why);
    }
  }

  /**
   * Puts what an order holds elsewhere.
   *
   * @param split whether half of it stays where it is, in a shipment of its own
   * @param shipment number of the new shipment
   */
  record Move(OrderId order, NodeId to, boolean split, int shipment) implements Deed {
    @Override
    public String toString() {
      return "move %s to %s, shipment %d%s"
          .formatted(order, to, shipment, split ? ", half of it" : "");
    }
  }

  /**
   * Counts a shelf.
   *
   * @param back by how many ticks the count is late at most
   */
  record Count(Shelf shelf, int back) implements Deed {
    @Override
    public String toString() {
      return "count " + shelf + (back == 0 ? "" : ", told " + back + " ticks later");
    }
  }

  /** Units come, go or become unfit, and somebody tells. */
  record Book(String id, Shelf shelf, Movement.Kind kind, long onHand, long unavailable)
      implements Deed {
    @Override
    public String toString() {
      return "book %s: %s %s, onHand %+d, unavailable %+d"
          .formatted(id, kind, shelf, onHand, unavailable);
    }
  }

  /** Units are lost or found, and nobody tells. */
  record Lose(Shelf shelf, long units) implements Deed {
    @Override
    public String toString() {
      return "%d units are lost, %s, unnoticed".formatted(units, shelf);
    }
  }

  private static String shown(List<Reservation> some) {
    return some.stream()
        .map(each -> each.quantity() + " " + each.shelf() + " (line " + each.lineId() + ")")
        .collect(Collectors.joining(", "));
  }
}
