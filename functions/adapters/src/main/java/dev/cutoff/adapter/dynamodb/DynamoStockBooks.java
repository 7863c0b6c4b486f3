package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.audit.BookRow;
import dev.cutoff.audit.application.StockBooks;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.StockLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The stock table from end to end: shelves, the ledger beside them, reservations. */
public final class DynamoStockBooks implements StockBooks {
  private static final int LONGEST_WHY = 200;

  private final Dynamo dynamo;
  private final String table;
  private final StockRows rows;
  private final Ledger ledger;

  /** Makes the books of these tables. */
  public DynamoStockBooks(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().stock();
    this.rows = new StockRows(table);
    this.ledger = new Ledger(dynamo, rows);
  }

  @Override
  public void read(Consumer<BookRow> each, Progress progress) {
    Map<String, AttributeValue> from = Map.of();
    long count = 0;
    do {
      ScanResponse page = page(from);
      for (Map<String, AttributeValue> row : page.items()) {
        read(row).forEach(each);
      }
      count += page.items().size();
      progress.read(count);
      from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
    } while (!from.isEmpty());
  }

  private ScanResponse page(Map<String, AttributeValue> from) {
    ScanRequest.Builder scan = ScanRequest.builder().tableName(table).consistentRead(true);
    if (!from.isEmpty()) {
      scan.exclusiveStartKey(from);
    }
    ScanRequest request = scan.build();
    return AwsCalls.call("DynamoDB: read all of stock", () -> dynamo.client().scan(request));
  }

  /** A row of reservations or of the ledger may hold several; other rows say nothing of units. */
  private static List<BookRow> read(Map<String, AttributeValue> row) {
    String pk = Item.text(row, "pk");
    List<BookRow> read = new ArrayList<>();
    if (pk.startsWith(Key.SHELVES)) {
      read.add(counters(row));
    } else if (pk.startsWith(Key.LEDGER)) {
      Ledger.entries(Key.shelfOfLedger(pk), row).forEach(each -> read.add(new BookRow.Moved(each)));
    } else if (pk.startsWith(Key.RESERVATIONS)) {
      ReservationRows.read(row).forEach(each -> read.add(new BookRow.Held(each)));
    } else if (pk.startsWith(Key.POOLS)) {
      read.add(new BookRow.Pooled(pk, StockRows.shelf(row), Pools.free(row)));
    }
    return read;
  }

  @Override
  public Optional<BookRow.Counters> row(Shelf shelf) {
    return dynamo.get(table, Key.shelf(shelf)).map(DynamoStockBooks::counters);
  }

  private static BookRow.Counters counters(Map<String, AttributeValue> row) {
    StockLevel level = StockRows.level(row);
    return new BookRow.Counters(
        level, Item.number(row, "available"), Ledger.inTheRow(level.shelf(), row));
  }

  @Override
  public boolean set(String id, Correction.Counters counters, Cause cause) {
    Shelf shelf = counters.byLedger().shelf();
    Movement entry =
        new Movement(
            id,
            shelf,
            Movement.Kind.CORRECTED,
            0,
            0,
            new Cause(cause.at(), cause.by(), why(cause, counters)),
            null);
    List<TransactWriteItem> items = List.of(counters(counters), ledger.entry(entry, Item.values()));
    return dynamo.transact("put a shelf right", items) instanceof Dynamo.Transacted.Done;
  }

  private TransactWriteItem counters(Correction.Counters counters) {
    @Nullable StockLevel before = counters.asRead();
    StockLevel after = counters.byLedger();
    if (before == null) {
      return ledger.put(StockRows.row(after));
    }
    return rows.change(
        before.shelf(),
        "SET onHand = :onHand, reserved = :reserved, picked = :picked,"
            + " unavailable = :unavailable, available = :available",
        "onHand = :wasOnHand AND reserved = :wasReserved AND picked = :wasPicked"
            + " AND unavailable = :wasUnavailable AND available = :wasAvailable",
        Item.values()
            .n(":onHand", after.onHand())
            .n(":reserved", after.reserved())
            .n(":picked", after.picked())
            .n(":unavailable", after.unavailable())
            .n(":available", after.available())
            .n(":wasOnHand", before.onHand())
            .n(":wasReserved", before.reserved())
            .n(":wasPicked", before.picked())
            .n(":wasUnavailable", before.unavailable())
            .n(":wasAvailable", counters.available()));
  }

  private static String why(Cause cause, Correction.Counters counters) {
    String why = cause.why() + ": " + counters.text();
    return why.substring(0, Math.min(why.length(), LONGEST_WHY));
  }
}
