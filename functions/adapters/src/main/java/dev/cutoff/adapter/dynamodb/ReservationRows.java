package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.dynamodb.StockRows.Held;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The rows of reservations: one a shipment, each reservation an attribute with its own state, and
 * with when, by whom and why it began and ended. They are the ledger of reserved units.
 */
final class ReservationRows {
  private static final String HELD = "held#";

  private final String table;

  ReservationRows(String table) {
    this.table = table;
  }

  String table() {
    return table;
  }

  /** All reservations of one row, which are those of one shipment. */
  static List<Reservation> read(Map<String, AttributeValue> row) {
    OrderId orderId = Key.orderIdOfReservations(Item.text(row, "pk"));
    ShipmentId shipmentId = new ShipmentId(Item.text(row, "sk"));
    return row.entrySet().stream()
        .filter(each -> each.getKey().startsWith(HELD))
        .map(each -> reservation(orderId, shipmentId, each.getValue().m()))
        .toList();
  }

  private static Reservation reservation(
      OrderId orderId, ShipmentId shipmentId, Map<String, AttributeValue> held) {
    return new Reservation(
        orderId,
        Item.text(held, "lineId"),
        new Sku(Item.text(held, "sku")),
        new NodeId(Item.text(held, "node")),
        StockRows.lot(held),
        Item.number(held, "quantity"),
        Item.number(held, "sets"),
        shipmentId,
        Reservation.State.valueOf(Item.text(held, "state")));
  }

  /** Units by shelf, whatever the number of lines: a shelf is one condition. */
  static SortedMap<Shelf, Held> sums(List<Reservation> reservations) {
    SortedMap<Shelf, Held> sums = new TreeMap<>();
    reservations.forEach(each -> sums.merge(each.shelf(), held(each), Held::plus));
    return sums;
  }

  private static Held held(Reservation each) {
    return switch (each.state()) {
      case RESERVED -> new Held(each.quantity(), 0);
      case PICKED -> new Held(0, each.quantity());
      case RELEASED, MOVED, CONSUMED -> Held.NONE;
    };
  }

  /** Those of each shipment, which share a row: a transaction pays for each row twice. */
  static Map<Key, List<Reservation>> byRow(List<Reservation> reservations) {
    Map<Key, List<Reservation>> rows = new LinkedHashMap<>();
    reservations.forEach(
        each -> rows.computeIfAbsent(key(each), key -> new ArrayList<>()).add(each));
    return rows;
  }

  /** Writes reservations of one row, where none of them is there yet. */
  TransactWriteItem write(List<Reservation> ofOneRow, Cause cause) {
    return new Change(key(ofOneRow.getFirst())).begin(ofOneRow, cause).item();
  }

  /** Ends those that still hold these very units; the row is returned where one doesn't. */
  TransactWriteItem end(List<Reservation> ofOneRow, Reservation.State how, Cause cause) {
    return new Change(key(ofOneRow.getFirst())).end(ofOneRow, how, cause).item();
  }

  /** Ends some and begins others, row by row: a transaction names a row once. */
  List<TransactWriteItem> replace(List<Reservation> from, List<Reservation> to, Cause cause) {
    Map<Key, Change> changes = new LinkedHashMap<>();
    byRow(from)
        .forEach((key, some) ->
            changes.computeIfAbsent(key, Change::new).end(some, Reservation.State.MOVED, cause));
    byRow(to).forEach((key, some) -> changes.computeIfAbsent(key, Change::new).begin(some, cause));
    return changes.values().stream().map(Change::item).toList();
  }

  /** A change of one row in the making. */
  private final class Change {
    private final Key key;
    private final Map<String, String> names = new HashMap<>();
    private final Item values = Item.values();
    private final List<String> sets = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();

    Change(Key key) {
      this.key = key;
    }

    Change begin(List<Reservation> some, Cause cause) {
      for (Reservation each : some) {
        int i = names.size();
        names.put("#r" + i, name(each));
        values.put(":r" + i, AttributeValue.fromM(written(each, cause).map()));
        sets.add("#r%d = :r%d".formatted(i, i));
        conditions.add("attribute_not_exists(#r%d)".formatted(i));
      }
      return this;
    }

    Change end(List<Reservation> some, Reservation.State how, Cause cause) {
      values
          .s(":how", how.name())
          .s(":when", Sortable.text(cause.at()))
          .s(":by", cause.by())
          .s(":why", cause.why());
      names.put("#state", "state");
      names.put("#node", "node");
      for (Reservation each : some) {
        int i = names.size();
        names.put("#r" + i, name(each));
        values
            .s(":s" + i, each.state().name())
            .s(":n" + i, each.node().value())
            .n(":q" + i, each.quantity());
        sets.add(
            "#r%d.#state = :how, #r%d.endedAt = :when, #r%d.endedBy = :by, #r%d.why = :why"
                .formatted(i, i, i, i));
        conditions.add(
            "#r%d.#state = :s%d AND #r%d.#node = :n%d AND #r%d.quantity = :q%d"
                .formatted(i, i, i, i, i, i));
      }
      return this;
    }

    TransactWriteItem item() {
      Update update =
          Update.builder()
              .tableName(table)
              .key(key.map())
              .updateExpression("SET " + String.join(", ", sets))
              .conditionExpression(String.join(" AND ", conditions))
              .expressionAttributeNames(names)
              .expressionAttributeValues(values.map())
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
              .build();
      return TransactWriteItem.builder().update(update).build();
    }
  }

  private static Item written(Reservation reservation, Cause cause) {
    return StockRows.named(reservation.shelf(), Item.values())
        .s("lineId", reservation.lineId())
        .n("quantity", reservation.quantity())
        .n("sets", reservation.sets())
        .s("state", reservation.state().name())
        .s("at", Sortable.text(cause.at()))
        .s("by", cause.by());
  }

  private static String name(Reservation reservation) {
    String lot = reservation.lot() == null ? "" : "#" + reservation.lot();
    return HELD + Key.bounded(reservation.lineId() + "#" + reservation.sku() + lot);
  }

  static Key key(Reservation reservation) {
    return Key.reservations(reservation.orderId(), reservation.shipmentId());
  }
}
