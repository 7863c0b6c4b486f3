package dev.cutoff.adapter.dynamodb;

import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Stock rows and reservation rows. A stock row also holds {@code routable}, onHand less reserved,
 * picked, unavailable and safety: conditions of DynamoDB can't subtract, so every write keeps it.
 */
final class StockRows {
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

  static Reservation reservation(Map<String, AttributeValue> row) {
    return new Reservation(
        new OrderId(Item.text(row, "orderId")),
        Item.text(row, "lineId"),
        new Sku(Item.text(row, "sku")),
        new NodeId(Item.text(row, "node")),
        Item.number(row, "quantity"),
        Item.number(row, "sets"),
        new ShipmentId(Item.text(row, "shipmentId")),
        Reservation.State.valueOf(Item.text(row, "state")));
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

  TransactWriteItem write(Reservation reservation) {
    Item item =
        Item.of(key(reservation))
            .s("orderId", reservation.orderId().value())
            .s("lineId", reservation.lineId())
            .s("sku", reservation.sku().value())
            .s("node", reservation.node().value())
            .n("quantity", reservation.quantity())
            .n("sets", reservation.sets())
            .s("shipmentId", reservation.shipmentId().value())
            .s("state", reservation.state().name());
    Put put =
        Put.builder()
            .tableName(table)
            .item(item.map())
            .conditionExpression("attribute_not_exists(pk)")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  /** Ends a reservation that still holds these very units; the row is returned where it doesn't. */
  TransactWriteItem end(Reservation reservation, Reservation.State how) {
    Update update =
        Update.builder()
            .tableName(table)
            .key(key(reservation).map())
            .updateExpression("SET #state = :how")
            .conditionExpression("#state = :reserved AND #node = :node AND quantity = :quantity")
            .expressionAttributeNames(Map.of("#state", "state", "#node", "node"))
            .expressionAttributeValues(
                Item.values()
                    .s(":how", how.name())
                    .s(":reserved", Reservation.State.RESERVED.name())
                    .s(":node", reservation.node().value())
                    .n(":quantity", reservation.quantity())
                    .map())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  private static Key key(Reservation reservation) {
    return Key.reservation(reservation.orderId(), reservation.key());
  }
}
