package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.dynamodb.Dynamo.Transacted;
import dev.cutoff.adapter.dynamodb.StockRows.Shelf;
import dev.cutoff.stock.Reservation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Releases and consumes, each reservation once, whoever asks how often. */
final class Ending {
  /** With as many stock rows at most, half of what one transaction takes. */
  private static final int AT_ONCE = 25;

  private final Dynamo dynamo;
  private final StockRows rows;

  Ending(Dynamo dynamo, StockRows rows) {
    this.dynamo = dynamo;
    this.rows = rows;
  }

  void end(List<Reservation> given, Reservation.State how) {
    Map<String, Reservation> byKey = new LinkedHashMap<>();
    given.forEach(each -> byKey.putIfAbsent(each.key(), each));
    List<Reservation> left = new ArrayList<>(byKey.values());
    while (!left.isEmpty()) {
      List<Reservation> some = left.subList(0, Math.min(AT_ONCE, left.size()));
      if (transact(some, how) instanceof Transacted.Refused) {
        some.forEach(each -> endOne(each, how));
      }
      some.clear();
    }
  }

  private void endOne(Reservation asked, Reservation.State how) {
    if (!(transact(List.of(asked), how) instanceof Transacted.Refused refused)) {
      return;
    }
    if (!refused.failed(0)) {
      throw drift(asked);
    }
    Reservation held = there(refused.row(0), asked);
    if (held == null) {
      return;
    }
    boolean ended = held.state() != Reservation.State.RESERVED;
    // What the row holds is the truth, should the caller have had it otherwise.
    if (!ended && transact(List.of(held), how) instanceof Transacted.Refused again) {
      if (!again.failed(0)) {
        throw drift(held);
      }
    }
  }

  private static @Nullable Reservation there(Map<String, AttributeValue> row, Reservation asked) {
    return row.isEmpty()
        ? null
        : StockRows.reservations(row).stream()
            .filter(each -> each.key().equals(asked.key()))
            .findFirst()
            .orElse(null);
  }

  private Transacted transact(List<Reservation> some, Reservation.State how) {
    List<TransactWriteItem> items = new ArrayList<>();
    StockRows.byRow(some).forEach(each -> items.add(rows.end(each, how)));
    DynamoStock.sums(some).forEach((shelf, units) -> items.add(stock(shelf, units, how)));
    return dynamo.transact("end reservations", items);
  }

  private TransactWriteItem stock(Shelf shelf, long units, Reservation.State how) {
    return switch (how) {
      case RELEASED -> rows.giveBack(shelf, units);
      case CONSUMED -> rows.takeOff(shelf, units);
      case RESERVED -> throw new IllegalArgumentException("a reservation does not end as reserved");
    };
  }

  private static IllegalStateException drift(Reservation reservation) {
    return new IllegalStateException(
        "the counters of "
            + reservation.sku()
            + " at "
            + reservation.node()
            + " hold less than the reservation "
            + reservation.key());
  }
}
