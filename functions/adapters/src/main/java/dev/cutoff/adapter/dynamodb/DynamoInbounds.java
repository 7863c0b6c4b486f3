package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.inbound.Inbound;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.inbound.Receipt;
import dev.cutoff.inbound.application.Inbounds;
import dev.cutoff.stock.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What suppliers promised, in DynamoDB. */
public final class DynamoInbounds implements Inbounds {
  private static final int PAGE = 50;

  /** With the head and with what leads to each line, no more than one transaction takes. */
  private static final int LINES_AT_ONCE = 30;

  private final Dynamo dynamo;
  private final String table;
  private final InboundRows rows;

  /** Makes the inbound deliveries of these tables. */
  public DynamoInbounds(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().stock();
    this.rows = new InboundRows(dynamo);
  }

  @Override
  public Optional<Inbound> find(String reference) {
    List<InboundLine> lines = new ArrayList<>();
    InboundRows.Head head = null;
    for (Map<String, AttributeValue> row : dynamo.below(table, Key.inboundPk(reference), "")) {
      if (Item.text(row, "sk").startsWith(Key.LINE)) {
        lines.add(rows.line(row));
      } else {
        head = dynamo.body().read(row, InboundRows.Head.class);
      }
    }
    if (head == null) {
      return Optional.empty();
    }
    lines.sort(Comparator.comparing(InboundLine::line));
    return Optional.of(
        new Inbound(head.reference(), head.version(), head.kind(), head.supplier(), lines));
  }

  @Override
  public List<InboundLine> expected(Collection<Sku> skus) {
    List<InboundLine> lines = new ArrayList<>();
    for (Sku sku : new TreeSet<>(skus)) {
      for (Map<String, AttributeValue> row : dynamo.below(table, Key.expectedPk(sku), "")) {
        rows.line(Item.text(row, "reference"), Item.text(row, "line"))
            .filter(line -> line.sku().equals(sku))
            .ifPresent(lines::add);
      }
    }
    lines.removeIf(line -> line.open() == 0 && line.promised() == 0);
    lines.sort(InboundLine.SOONEST_FIRST);
    return List.copyOf(lines);
  }

  @Override
  public boolean save(@Nullable Inbound before, Inbound after) {
    if (after.equals(before)) {
      return true;
    }
    List<InboundLine> changed =
        after.lines().stream()
            .filter(line -> before == null || !before.lines().contains(line))
            .toList();
    for (int from = 0; from == 0 || from < changed.size(); from += LINES_AT_ONCE) {
      List<TransactWriteItem> items = new ArrayList<>();
      if (from == 0) {
        items.add(rows.head(before, after));
        if (before == null) {
          items.add(rows.listed(after));
        }
      }
      changed
          .subList(from, Math.min(changed.size(), from + LINES_AT_ONCE))
          .forEach(line -> items.addAll(rows.change(known(before, line), line)));
      if (dynamo.transact("save an inbound delivery", items) instanceof Dynamo.Transacted.Refused) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable InboundLine known(@Nullable Inbound before, InboundLine line) {
    return before == null ? null : before.line(line.line()).orElse(null);
  }

  @Override
  public Optional<Receipt> receipt(String reference, String receiptId) {
    return dynamo
        .get(table, Key.receipt(reference, receiptId))
        .map(row -> dynamo.body().read(row, Receipt.class));
  }

  @Override
  public Counted receive(Receipt receipt) {
    return dynamo.backoff().untilAnswered("count a receipt", () -> attempt(receipt));
  }

  /** Empty where the line changed between the look and the write. */
  private Optional<Counted> attempt(Receipt receipt) {
    Optional<InboundLine> line = rows.line(receipt.reference(), receipt.line());
    if (line.isEmpty()) {
      return Optional.of(new Counted.NoSuchLine());
    }
    InboundLine after = line.get().receiving(receipt.good(), receipt.damaged(), receipt.last());
    List<TransactWriteItem> items = new ArrayList<>();
    Item row =
        Item.of(Key.receipt(receipt.reference(), receipt.id()))
            .putAll(dynamo.body().of("receipt " + receipt.id(), receipt));
    items.add(rows.put(row, 0));
    items.addAll(rows.change(line.get(), after));
    return switch (dynamo.transact("count a receipt", items)) {
      case Dynamo.Transacted.Done done -> Optional.of(new Counted.Done(after));
      case Dynamo.Transacted.Refused refused when refused.failed(0) -> {
        Receipt known = dynamo.body().read(refused.row(0), Receipt.class);
        yield Optional.of(
            known.tellsLike(receipt)
                ? new Counted.Already(line.get())
                : new Counted.Differs(known));
      }
      case Dynamo.Transacted.Refused refused -> Optional.empty();
    };
  }

  @Override
  public Page list(@Nullable String cursor) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("pk = :pk AND sk > :after")
            .expressionAttributeValues(
                Item.values()
                    .s(":pk", Key.INBOUNDS)
                    .s(":after", cursor == null ? " " : cursor)
                    .map())
            .limit(PAGE + 1)
            .build();
    List<String> references =
        AwsCalls.call(
            "DynamoDB: list inbound deliveries",
            () ->
                dynamo.client().query(query).items().stream()
                    .map(row -> Item.text(row, "sk"))
                    .toList());
    List<Inbound> items =
        references.stream().limit(PAGE).flatMap(each -> find(each).stream()).toList();
    return new Page(items, references.size() > PAGE ? references.get(PAGE - 1) : null);
  }
}
