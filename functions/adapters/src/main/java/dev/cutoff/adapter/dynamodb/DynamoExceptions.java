package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.PromiseRisk;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.StockException;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Shelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The exception queue in DynamoDB: a row below its order, or below its subject and reason; open
 * ones are in the index of work, which also holds owner and reason, so that a narrow view of a long
 * queue reads few rows.
 */
public final class DynamoExceptions implements Exceptions {
  private static final String OPEN = "exceptions";
  private static final int PAGE = 50;
  private static final Pattern ID = Pattern.compile("([A-Za-z0-9_-]{1,64})-\\d+-\\d+");
  private static final Pattern RISK_ID =
      Pattern.compile("risk\\.([A-Za-z0-9_-]{1,64})\\.([1-9]\\d{0,8})");
  private static final Pattern SERIES_ID =
      Pattern.compile("((?:stock|dock)\\.[0-9a-f]{16})\\.([1-9]\\d{0,8})");

  private final Dynamo dynamo;
  private final String table;

  /** Makes the exception queue of these tables. */
  public DynamoExceptions(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  @Override
  public Optional<QueueEntry> entry(String id) {
    return key(id).flatMap(this::row).map(this::read);
  }

  @Override
  public List<OpenException> of(OrderId orderId) {
    return dynamo.below(table, Key.orderPk(orderId), Key.EXCEPTION).stream()
        .map(row -> dynamo.body().read(row, OpenException.class))
        .sorted(Comparator.comparing(OpenException::openedAt).thenComparing(OpenException::id))
        .toList();
  }

  @Override
  public Optional<StockException> latest(Shelf shelf, Reason reason) {
    return latest(StockException.series(shelf, reason))
        .map(row -> dynamo.body().read(row, StockException.class));
  }

  @Override
  public Optional<DockException> latestAtDock(String subject, Reason reason) {
    return latest(DockException.series(subject, reason))
        .map(row -> dynamo.body().read(row, DockException.class));
  }

  private Optional<Map<String, AttributeValue>> latest(String series) {
    return dynamo.below(table, Key.seriesPk(series), Key.EXCEPTION).stream()
        .reduce((earlier, later) -> later);
  }

  @Override
  public boolean create(QueueEntry entry) {
    return dynamo.putNew(table, item(entry)) instanceof Dynamo.Written.Done;
  }

  @Override
  public Optional<PromiseRisk> latestRisk(OrderId orderId) {
    return dynamo.below(table, Key.orderPk(orderId), Key.RISK).stream()
        .reduce((earlier, later) -> later)
        .map(row -> dynamo.body().read(row, PromiseRisk.class));
  }

  /**
   * Compares what is there with {@code before} as values, and then lets the very text that was
   * compared be the condition.
   */
  @Override
  public boolean replace(QueueEntry before, QueueEntry after) {
    if (!before.id().equals(after.id()) || !partition(before).equals(partition(after))) {
      throw new IllegalArgumentException("two exceptions: " + before.id() + ", " + after.id());
    }
    Optional<Map<String, AttributeValue>> row = key(before.id()).flatMap(this::row);
    if (row.isEmpty() || !read(row.get()).equals(before)) {
      return false;
    }
    Item known = Item.values().s(":known", Item.text(row.get(), Body.PLAIN));
    return dynamo.put(table, item(after), "body = :known", known) instanceof Dynamo.Written.Done;
  }

  @Override
  public Page open(@Nullable String owner, @Nullable Reason reason, @Nullable String cursor) {
    Map<String, String> names = new HashMap<>(Map.of("#work", "work"));
    List<String> filters = new ArrayList<>();
    Item values =
        Item.values()
            .s(":work", OPEN)
            .s(":after", cursor == null ? " " : PageCursor.sortKey(cursor));
    if (owner != null) {
      names.put("#owner", "owner");
      filters.add("#owner = :owner");
      values.s(":owner", owner);
    }
    if (reason != null) {
      names.put("#reason", "reason");
      filters.add("#reason = :reason");
      values.s(":reason", reason.name());
    }
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Tables.WORK)
            .keyConditionExpression("#work = :work AND workAt > :after")
            .filterExpression(filters.isEmpty() ? null : String.join(" AND ", filters))
            .expressionAttributeNames(names)
            .expressionAttributeValues(values.map())
            .build();
    return AwsCalls.call("DynamoDB: list exceptions", () -> page(query, owner, reason));
  }

  private Page page(QueryRequest query, @Nullable String owner, @Nullable Reason reason) {
    List<QueueEntry> found = new ArrayList<>();
    Iterator<Map<String, AttributeValue>> keys = dynamo.index(query).iterator();
    while (keys.hasNext()) {
      Map<String, AttributeValue> key = keys.next();
      Optional<QueueEntry> row =
          row(new Key(Item.text(key, "pk"), Item.text(key, "sk"))).map(this::read);
      if (row.isEmpty() || !isMeant(row.get(), owner, reason)) {
        continue;
      }
      if (found.size() == PAGE) {
        return new Page(found, PageCursor.text(clock(found.getLast())));
      }
      found.add(row.get());
    }
    return new Page(found, null);
  }

  private static boolean isMeant(QueueEntry each, @Nullable String owner, @Nullable Reason reason) {
    return each.resolution() == null
        && each.listed()
        && (owner == null || each.owner().equals(owner))
        && (reason == null || each.refusal().reason() == reason);
  }

  private Item item(QueueEntry entry) {
    Key key =
        key(entry.id())
            .filter(made -> made.pk().equals(partition(entry)))
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "neither that of a hold, a risk, a dock nor a shelf: " + entry.id()));
    Item item = Item.of(key).putAll(dynamo.body().of("exception " + entry.id(), entry));
    if (entry.resolution() == null && entry.listed()) {
      item.s("work", OPEN)
          .s("workAt", clock(entry))
          .s("owner", entry.owner())
          .s("reason", entry.refusal().reason().name());
    }
    return item;
  }

  private static String partition(QueueEntry entry) {
    return switch (entry) {
      case OpenException held -> Key.orderPk(held.orderId());
      case PromiseRisk risk -> Key.orderPk(risk.orderId());
      case DockException dock ->
          Key.seriesPk(DockException.series(dock.subject(), dock.refusal().reason()));
      case StockException shelf ->
          Key.seriesPk(StockException.series(shelf.shelf(), shelf.refusal().reason()));
    };
  }

  private static String clock(QueueEntry entry) {
    return Sortable.text(entry.dueAt()) + "#" + entry.id();
  }

  private Optional<Map<String, AttributeValue>> row(Key key) {
    return dynamo.get(table, key);
  }

  private static Optional<Key> key(String id) {
    Matcher inSeries = SERIES_ID.matcher(id);
    if (inSeries.matches()) {
      return Optional.of(Key.inSeries(inSeries.group(1), Integer.parseInt(inSeries.group(2))));
    }
    Matcher ofRisk = RISK_ID.matcher(id);
    if (ofRisk.matches()) {
      return Optional.of(Key.risk(new OrderId(ofRisk.group(1)), Integer.parseInt(ofRisk.group(2))));
    }
    Matcher ofOrder = ID.matcher(id);
    return ofOrder.matches()
        ? Optional.of(Key.exception(new OrderId(ofOrder.group(1)), id))
        : Optional.empty();
  }

  private QueueEntry read(Map<String, AttributeValue> row) {
    if (Item.text(row, "pk").startsWith(Key.seriesPk("dock."))) {
      return dynamo.body().read(row, DockException.class);
    }
    if (Item.text(row, "pk").startsWith(Key.seriesPk("stock."))) {
      return dynamo.body().read(row, StockException.class);
    }
    return Item.text(row, "sk").startsWith(Key.RISK)
        ? dynamo.body().read(row, PromiseRisk.class)
        : dynamo.body().read(row, OpenException.class);
  }
}
