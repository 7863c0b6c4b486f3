package dev.cutoff.adapter.dynamodb;

import dev.cutoff.backorder.Waiter;
import dev.cutoff.backorder.application.Backorders;
import dev.cutoff.backorder.application.Counters;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The list of those who wait, in DynamoDB: a row for each order, on condition of its version, and a
 * copy of it at its place in the list of each SKU, in one transaction with the counters of the
 * inbound lines. That a SKU is waited for stands in rows of its own, which count who joined: they
 * are written after the places and forgotten only where nobody joined since.
 */
public final class DynamoBackorders implements Backorders {
  private final Dynamo dynamo;
  private final String table;
  private final InboundRows inbound;

  /** Makes the list of these tables. */
  public DynamoBackorders(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().stock();
    this.inbound = new InboundRows(dynamo);
  }

  @Override
  public Optional<Waiter> find(OrderId orderId) {
    return dynamo.get(table, Key.waiter(orderId)).map(this::read);
  }

  @Override
  public List<Waiter> of(Sku sku) {
    return dynamo.below(table, Key.waitersPk(sku), Key.PLACE).stream()
        .map(this::read)
        .sorted(Waiter.FIRST_COME)
        .toList();
  }

  @Override
  public Set<Sku> waitedFor(Collection<Sku> skus) {
    Set<Sku> waitedFor = new TreeSet<>();
    for (Sku sku : new TreeSet<>(skus)) {
      if (dynamo.get(table, Key.waitedFor(sku)).isPresent()) {
        waitedFor.add(sku);
      }
    }
    return waitedFor;
  }

  @Override
  public List<Sku> waitedFor() {
    return dynamo.below(table, Key.WAITED, "").stream()
        .map(row -> new Sku(Item.text(row, "sk")))
        .toList();
  }

  @Override
  public boolean change(List<Change> changes) {
    Set<OrderId> orders = new HashSet<>();
    for (Change each : changes) {
      if (!orders.add(each.orderId())) {
        throw new IllegalArgumentException("two changes of order " + each.orderId());
      }
    }
    Counters counters = Counters.of(changes);
    return dynamo.backoff().untilAnswered("change who waits", () -> attempt(changes, counters));
  }

  /** Empty where an inbound line changed between the look and the write. */
  private Optional<Boolean> attempt(List<Change> changes, Counters counters) {
    List<InboundLine> before = new ArrayList<>();
    for (Counters.Name name : counters.lines()) {
      Optional<InboundLine> line = inbound.line(name.reference(), name.line());
      if (line.isEmpty()) {
        return Optional.of(false);
      }
      before.add(line.get());
    }
    Optional<List<InboundLine>> after = counters.applied(before);
    if (after.isEmpty()) {
      return Optional.of(false);
    }
    List<TransactWriteItem> items = new ArrayList<>();
    changes.forEach(each -> items.add(waiter(each)));
    changes.forEach(each -> items.addAll(places(each)));
    for (int i = 0; i < before.size(); i++) {
      items.addAll(inbound.change(before.get(i), after.get().get(i)));
    }
    return switch (dynamo.transact("change who waits", items)) {
      case Dynamo.Transacted.Done done -> Optional.of(true);
      case Dynamo.Transacted.Refused refused -> {
        for (int i = 0; i < changes.size(); i++) {
          if (refused.failed(i)) {
            yield Optional.of(false);
          }
        }
        yield Optional.empty();
      }
    };
  }

  private TransactWriteItem waiter(Change change) {
    Waiter before = change.before();
    Waiter after = change.after();
    if (after != null) {
      Item row = row(Key.waiter(after.orderId()), after).n("version", after.version());
      return inbound.put(row, before == null ? 0 : before.version());
    }
    Delete delete =
        Delete.builder()
            .tableName(table)
            .key(Key.waiter(change.orderId()).map())
            .conditionExpression("version = :version")
            .expressionAttributeValues(
                Item.values().n(":version", before == null ? 0 : before.version()).map())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().delete(delete).build();
  }

  private List<TransactWriteItem> places(Change change) {
    List<TransactWriteItem> items = new ArrayList<>();
    Waiter after = change.after();
    if (after != null) {
      for (Sku sku : after.skus()) {
        Put put = Put.builder().tableName(table).item(row(place(sku, after), after).map()).build();
        items.add(TransactWriteItem.builder().put(put).build());
      }
    }
    Waiter before = change.before();
    if (before != null) {
      TreeSet<Sku> gone = new TreeSet<>(before.skus());
      gone.removeAll(skus(after));
      for (Sku sku : gone) {
        Delete delete = Delete.builder().tableName(table).key(place(sku, before).map()).build();
        items.add(TransactWriteItem.builder().delete(delete).build());
      }
    }
    return items;
  }

  private static SortedSet<Sku> skus(@Nullable Waiter waiter) {
    return waiter == null ? new TreeSet<>() : waiter.skus();
  }

  private static Key place(Sku sku, Waiter waiter) {
    return Key.place(sku, Sortable.text(waiter.since()), waiter.orderId());
  }

  @Override
  public void remember(Collection<Sku> skus) {
    new TreeSet<>(skus).forEach(this::waitsNow);
  }

  /** For whoever comes new, and for whoever looks after all. */
  private void waitsNow(Sku sku) {
    for (Key key : List.of(Key.waitedFor(sku), Key.listed(sku))) {
      dynamo.update(
          Update.builder()
              .tableName(table)
              .key(key.map())
              .updateExpression("SET joined = if_not_exists(joined, :none) + :one")
              .expressionAttributeValues(Item.values().n(":none", 0).n(":one", 1).map())
              .build());
    }
  }

  @Override
  public void settle(Sku sku) {
    List<Key> marks = List.of(Key.listed(sku), Key.waitedFor(sku));
    List<Optional<Map<String, AttributeValue>>> before =
        marks.stream().map(key -> dynamo.get(table, key)).toList();
    if (!of(sku).isEmpty()) {
      return;
    }
    for (int i = 0; i < marks.size(); i++) {
      if (before.get(i).isPresent()) {
        Item known = Item.values().n(":known", Item.number(before.get(i).get(), "joined"));
        dynamo.delete(table, marks.get(i), "joined = :known", known);
      }
    }
  }

  private Item row(Key key, Waiter waiter) {
    return Item.of(key).putAll(dynamo.body().of("wait of order " + waiter.orderId(), waiter));
  }

  private Waiter read(Map<String, AttributeValue> row) {
    return dynamo.body().read(row, Waiter.class);
  }
}
