package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.order.OrderId;
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
 * The exception queue in DynamoDB: a row below its order; open ones are in the index of work, which
 * also holds owner and reason, so that a narrow view of a long queue reads few rows.
 */
public final class DynamoExceptions implements Exceptions {
  private static final String OPEN = "exceptions";
  private static final int PAGE = 50;
  private static final Pattern ID = Pattern.compile("([A-Za-z0-9_-]{1,64})-\\d+-\\d+");

  private final Dynamo dynamo;
  private final String table;

  /** Makes the exception queue of these tables. */
  public DynamoExceptions(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  @Override
  public Optional<OpenException> find(String id) {
    return key(id).flatMap(key -> dynamo.get(table, key)).map(this::read);
  }

  @Override
  public List<OpenException> of(OrderId orderId) {
    return dynamo.below(table, Key.orderPk(orderId), Key.EXCEPTION).stream()
        .map(this::read)
        .sorted(Comparator.comparing(OpenException::openedAt).thenComparing(OpenException::id))
        .toList();
  }

  @Override
  public boolean create(OpenException exception) {
    return dynamo.putNew(table, item(exception)) instanceof Dynamo.Written.Done;
  }

  /**
   * Compares what is there with {@code before} as values, and then lets the very text that was
   * compared be the condition.
   */
  @Override
  public boolean replace(OpenException before, OpenException after) {
    if (!before.id().equals(after.id()) || !before.orderId().equals(after.orderId())) {
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
    List<OpenException> found = new ArrayList<>();
    Iterator<Map<String, AttributeValue>> keys = dynamo.index(query).iterator();
    while (keys.hasNext()) {
      Map<String, AttributeValue> key = keys.next();
      Optional<OpenException> row =
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

  private static boolean isMeant(
      OpenException each, @Nullable String owner, @Nullable Reason reason) {
    return each.resolution() == null
        && (owner == null || each.owner().equals(owner))
        && (reason == null || each.refusal().reason() == reason);
  }

  private Item item(OpenException exception) {
    Key key =
        key(exception.id())
            .filter(made -> made.pk().equals(Key.orderPk(exception.orderId())))
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "not order id, attempt and number: " + exception.id()));
    Item item = Item.of(key).putAll(dynamo.body().of("exception " + exception.id(), exception));
    if (exception.resolution() == null) {
      item.s("work", OPEN)
          .s("workAt", clock(exception))
          .s("owner", exception.owner())
          .s("reason", exception.refusal().reason().name());
    }
    return item;
  }

  private static String clock(OpenException exception) {
    return Sortable.text(exception.dueAt()) + "#" + exception.id();
  }

  private Optional<Map<String, AttributeValue>> row(Key key) {
    return dynamo.get(table, key);
  }

  private static Optional<Key> key(String id) {
    Matcher parts = ID.matcher(id);
    return parts.matches()
        ? Optional.of(Key.exception(new OrderId(parts.group(1)), id))
        : Optional.empty();
  }

  private OpenException read(Map<String, AttributeValue> row) {
    return dynamo.body().read(row, OpenException.class);
  }
}
