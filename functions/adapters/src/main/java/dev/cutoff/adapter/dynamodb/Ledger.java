package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.dynamodb.StockRows.Held;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Entries of the ledger: what moved units in or out of a building. Most are rows of their own. What
 * was consumed, the one that every order writes, is a line in the row of the shelf that changes
 * anyhow; when a dozen are there they move to one row of the ledger.
 */
final class Ledger {
  /** Lines in a shelf's row; with these it stays below the kilobyte that a write is billed by. */
  static final int LINES = 12;

  private static final String MOVED_OUT = "bundles";

  private final Dynamo dynamo;
  private final String table;
  private final StockRows rows;

  Ledger(Dynamo dynamo, StockRows rows) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().stock();
    this.rows = rows;
  }

  /** Takes units out of the building and writes the line of it; refused where lines are full. */
  TransactWriteItem consume(Shelf shelf, Held held, List<Reservation> those, Cause cause) {
    List<AttributeValue> lines =
        those.stream().map(each -> AttributeValue.fromS(line(each, cause))).toList();
    return rows.change(
        shelf,
        "SET reserved = reserved - :r, picked = picked - :p, onHand = onHand - :n,"
            + " gone = list_append(if_not_exists(gone, :none), :lines) ADD moves :one",
        "reserved >= :r AND picked >= :p AND onHand >= :n"
            + " AND (attribute_not_exists(gone) OR size(gone) < :most)",
        Item.values()
            .n(":r", held.reserved())
            .n(":p", held.picked())
            .n(":n", held.units())
            .n(":most", LINES)
            .n(":one", 1)
            .put(":none", AttributeValue.fromL(List.of()))
            .put(":lines", AttributeValue.fromL(lines)));
  }

  /** Whether the row can take no more lines. */
  static boolean full(Map<String, AttributeValue> row) {
    return lines(row).size() >= LINES;
  }

  /** Moves the lines of a full row out; by somebody else in the same instant is as good. */
  void moveOut(Shelf shelf, Map<String, AttributeValue> row) {
    List<AttributeValue> lines = lines(row);
    long number = bundles(row) + 1;
    String last =
        lines.stream()
            .map(each -> Sortable.text(time(each.s())))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    Item bundle =
        Item.of(Key.ledger(shelf, last, "gone-" + number))
            .n("bundle", number)
            .put("lines", AttributeValue.fromL(lines));
    TransactWriteItem emptied =
        rows.change(
            shelf,
            "REMOVE gone SET bundles = :number",
            "size(gone) = :size AND gone[0] = :first AND "
                + (number == 1 ? "attribute_not_exists(bundles)" : "bundles = :before"),
            number == 1 ? emptied(lines, number) : emptied(lines, number).n(":before", number - 1));
    dynamo.transact("move lines of the ledger", List.of(put(bundle), emptied));
  }

  private static Item emptied(List<AttributeValue> lines, long number) {
    return Item.values()
        .n(":number", number)
        .n(":size", lines.size())
        .put(":first", lines.getFirst());
  }

  TransactWriteItem entry(Movement movement, Item more) {
    Cause cause = movement.cause();
    Item row =
        more.putAll(Item.of(key(movement)).map())
            .s("id", movement.id())
            .s("kind", movement.kind().name())
            .n("onHand", movement.onHand())
            .n("unavailable", movement.unavailable())
            .s("at", Sortable.text(cause.at()))
            .s("by", cause.by())
            .s("why", cause.why());
    OrderId orderId = movement.orderId();
    if (orderId != null) {
      row.s("orderId", orderId.value());
    }
    return put(row);
  }

  private static Key key(Movement movement) {
    return Key.ledger(movement.shelf(), Sortable.text(movement.cause().at()), "m-" + movement.id());
  }

  TransactWriteItem put(Item row) {
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(table)
                .item(row.map())
                .conditionExpression("attribute_not_exists(pk)")
                .build())
        .build();
  }

  /** Entries from that instant on; what the row of the shelf does not know yet is left out. */
  List<Movement> since(Shelf shelf, @Nullable Map<String, AttributeValue> row, Instant from) {
    List<Movement> all = new ArrayList<>();
    long known = row == null ? 0 : bundles(row);
    for (Map<String, AttributeValue> each :
        dynamo.from(table, Key.ledgerPk(shelf), Sortable.text(from))) {
      if (!each.containsKey("bundle")) {
        all.add(movement(shelf, each));
      } else if (Item.number(each, "bundle") <= known) {
        lines(each, "lines").forEach(line -> all.add(movement(shelf, line.s())));
      }
    }
    if (row != null) {
      lines(row).forEach(line -> all.add(movement(shelf, line.s())));
    }
    return all.stream()
        .filter(each -> !each.cause().at().isBefore(from))
        .sorted(Comparator.comparing(each -> each.cause().at()))
        .toList();
  }

  /** Entries that are in the row of the shelf itself. */
  static List<Movement> inTheRow(Shelf shelf, Map<String, AttributeValue> row) {
    return lines(row).stream().map(line -> movement(shelf, line.s())).toList();
  }

  /** All entries of a row beside the shelf: one, or a bundle. */
  static List<Movement> entries(Shelf shelf, Map<String, AttributeValue> row) {
    return row.containsKey("bundle")
        ? lines(row, "lines").stream().map(line -> movement(shelf, line.s())).toList()
        : List.of(movement(shelf, row));
  }

  private static List<AttributeValue> lines(Map<String, AttributeValue> row) {
    return lines(row, "gone");
  }

  private static List<AttributeValue> lines(Map<String, AttributeValue> row, String name) {
    AttributeValue lines = row.get(name);
    return lines == null ? List.of() : lines.l();
  }

  private static long bundles(Map<String, AttributeValue> row) {
    return row.containsKey(MOVED_OUT) ? Item.number(row, MOVED_OUT) : 0;
  }

  private static Movement movement(Shelf shelf, Map<String, AttributeValue> row) {
    String orderId = Item.textOrNull(row, "orderId");
    return new Movement(
        Item.text(row, "id"),
        shelf,
        Movement.Kind.valueOf(Item.text(row, "kind")),
        Item.number(row, "onHand"),
        Item.number(row, "unavailable"),
        new Cause(Sortable.read(Item.text(row, "at")), Item.text(row, "by"), Item.text(row, "why")),
        orderId == null ? null : new OrderId(orderId));
  }

  /** {@code time|units|shipment|line|who}; short, for a dozen share the row. */
  private static String line(Reservation each, Cause cause) {
    return String.join(
        "|",
        cause.at().toString(),
        Long.toString(each.quantity()),
        each.shipmentId().value(),
        each.lineId().replace('|', '_'),
        cause.by().replace('|', '_'));
  }

  private static Instant time(String line) {
    return Instant.parse(line.substring(0, line.indexOf('|')));
  }

  private static Movement movement(Shelf shelf, String line) {
    String[] parts = line.split("\\|", -1);
    ShipmentId shipmentId = new ShipmentId(parts[2]);
    return new Movement(
        shipmentId + "#" + parts[3],
        shelf,
        Movement.Kind.CONSUMED,
        -Long.parseLong(parts[1]),
        0,
        new Cause(Instant.parse(parts[0]), parts[4], "handed over"),
        shipmentId.orderId());
  }
}
