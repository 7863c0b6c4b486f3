package dev.cutoff.adapter.dynamodb;

import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Stock rows and reservation rows. A stock row also holds {@code routable}, onHand less reserved,
 * picked, unavailable and safety: conditions of DynamoDB can't subtract, so every write keeps it.
 */
final class StockRows {
  private static final String HELD = "held#";

  private final String table;

  StockRows(String table) {
    this.table = table;
  }

  /** One SKU at one node. */
  record Shelf(Sku sku, NodeId node) {
    static Shelf of(Reservation reservation) {
      return new Shelf(reservation.sku(), reservation.node());
    }

    Key key() {
      return Key.shelf(sku, node);
    }
  }

  static StockLevel level(Map<String, AttributeValue> row) {
    return new StockLevel(
        new Sku(Item.text(row, "sku")),
        new NodeId(Item.text(row, "node")),
        Item.number(row, "onHand"),
        Item.number(row, "reserved"),
        Item.number(row, "picked"),
        Item.number(row, "unavailable"),
        Item.number(row, "safety"),
        Item.number(row, "inbound"));
  }

  /** All reservations of one row, which are those of one shipment. */
  static List<Reservation> reservations(Map<String, AttributeValue> row) {
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
        Item.number(held, "quantity"),
        Item.number(held, "sets"),
        shipmentId,
        Reservation.State.valueOf(Item.text(held, "state")));
  }

  static Item shelf(StockLevel level) {
    return Item.of(Key.shelf(level.sku(), level.node()))
        .s("sku", level.sku().value())
        .s("node", level.node().value())
        .n("onHand", level.onHand())
        .n("reserved", level.reserved())
        .n("picked", level.picked())
        .n("unavailable", level.unavailable())
        .n("safety", level.safety())
        .n("inbound", level.inbound())
        .n("routable", level.available() - level.safety());
  }

  /** Takes so many units, where that many are routable. */
  TransactWriteItem take(Shelf shelf, long units) {
    return change(
        shelf, "SET reserved = reserved + :n, routable = routable - :n", "routable >= :n", units);
  }

  /** Gives reserved units back to routing. */
  TransactWriteItem giveBack(Shelf shelf, long units) {
    return change(
        shelf, "SET reserved = reserved - :n, routable = routable + :n", "reserved >= :n", units);
  }

  /** Takes reserved units off the shelf. */
  TransactWriteItem takeOff(Shelf shelf, long units) {
    return change(
        shelf,
        "SET reserved = reserved - :n, onHand = onHand - :n",
        "reserved >= :n AND onHand >= :n",
        units);
  }

  private TransactWriteItem change(Shelf shelf, String change, String condition, long units) {
    Update update =
        Update.builder()
            .tableName(table)
            .key(shelf.key().map())
            .updateExpression(change)
            .conditionExpression(condition)
            .expressionAttributeValues(Item.values().n(":n", units).map())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  /** Those of each shipment, which share a row: a transaction pays for each row twice. */
  static List<List<Reservation>> byRow(List<Reservation> reservations) {
    Map<Key, List<Reservation>> rows = new LinkedHashMap<>();
    reservations.forEach(
        each -> rows.computeIfAbsent(key(each), key -> new ArrayList<>()).add(each));
    return List.copyOf(rows.values());
  }

  /** Writes reservations of one row, where none of them is there yet. */
  TransactWriteItem write(List<Reservation> ofOneRow) {
    Map<String, String> names = new HashMap<>();
    Item values = Item.values();
    List<String> sets = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < ofOneRow.size(); i++) {
      names.put("#r" + i, name(ofOneRow.get(i)));
      values.put(":r" + i, AttributeValue.fromM(held(ofOneRow.get(i)).map()));
      sets.add("#r%d = :r%d".formatted(i, i));
      conditions.add("attribute_not_exists(#r%d)".formatted(i));
    }
    return update(ofOneRow.getFirst(), sets, conditions, names, values);
  }

  /** Ends those that still hold these very units; the row is returned where one doesn't. */
  TransactWriteItem end(List<Reservation> ofOneRow, Reservation.State how) {
    Map<String, String> names = new HashMap<>(Map.of("#state", "state", "#node", "node"));
    Item values =
        Item.values().s(":how", how.name()).s(":reserved", Reservation.State.RESERVED.name());
    List<String> sets = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < ofOneRow.size(); i++) {
      Reservation each = ofOneRow.get(i);
      names.put("#r" + i, name(each));
      values.s(":n" + i, each.node().value()).n(":q" + i, each.quantity());
      sets.add("#r%d.#state = :how".formatted(i));
      conditions.add(
          "#r%d.#state = :reserved AND #r%d.#node = :n%d AND #r%d.quantity = :q%d"
              .formatted(i, i, i, i, i));
    }
    return update(ofOneRow.getFirst(), sets, conditions, names, values);
  }

  private TransactWriteItem update(
      Reservation first,
      List<String> sets,
      List<String> conditions,
      Map<String, String> names,
      Item values) {
    Update update =
        Update.builder()
            .tableName(table)
            .key(key(first).map())
            .updateExpression("SET " + String.join(", ", sets))
            .conditionExpression(String.join(" AND ", conditions))
            .expressionAttributeNames(names)
            .expressionAttributeValues(values.map())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  private static Item held(Reservation reservation) {
    return Item.values()
        .s("lineId", reservation.lineId())
        .s("sku", reservation.sku().value())
        .s("node", reservation.node().value())
        .n("quantity", reservation.quantity())
        .n("sets", reservation.sets())
        .s("state", reservation.state().name());
  }

  private static String name(Reservation reservation) {
    return HELD + Key.bounded(reservation.lineId() + "#" + reservation.sku());
  }

  private static Key key(Reservation reservation) {
    return Key.reservations(reservation.orderId(), reservation.shipmentId());
  }
}
