package dev.cutoff.adapter.dynamodb;

import dev.cutoff.plan.application.PlannedLoads;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Planned loads in DynamoDB: a row for a shipment, those of a node in one partition by day, so that
 * a planner reads all that is ahead of a node in one question. Nobody waits for anybody else's row.
 */
public final class DynamoPlannedLoads implements PlannedLoads {
  private static final String NOTHING_YET = "attribute_not_exists(pk)";
  private static final int DAY = "2026-11-23".length();

  private final Dynamo dynamo;
  private final String table;

  /** Makes the planned loads of these tables. */
  public DynamoPlannedLoads(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  @Override
  public void record(Load load) {
    Item values = Item.values().s(":plan", load.plan());
    // A condition that is false is an answer as well: somebody was here who knows more.
    var _ =
        switch (load.state()) {
          case PLANNED ->
              dynamo.put(table, row(load), NOTHING_YET + " OR receipt <> :plan", values);
          case DONE ->
              dynamo.put(
                  table,
                  row(load),
                  NOTHING_YET + " OR (receipt = :plan AND progress = :planned)",
                  values.s(":planned", State.PLANNED.name()));
          case CALLED_OFF ->
              dynamo.put(table, row(load), NOTHING_YET + " OR receipt = :plan", values);
        };
  }

  private static Item row(Load load) {
    return Item.of(Key.load(load.node(), load.day(), load.shipment()))
        .s("carrier", load.carrier())
        .n("parcels", load.parcels())
        .s("progress", load.state().name())
        .s("receipt", load.plan())
        .n(
            DynamoLastQuotes.EXPIRES,
            load.day().plusDays(KEPT_DAYS).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
  }

  @Override
  public List<Load> from(NodeId node, LocalDate first) {
    return dynamo.from(table, Key.loadsPk(node), first.toString()).stream()
        .map(row -> load(node, row))
        .filter(load -> load.state() != State.CALLED_OFF)
        .toList();
  }

  private static Load load(NodeId node, Map<String, AttributeValue> row) {
    String sk = Item.text(row, "sk");
    return new Load(
        node,
        LocalDate.parse(sk.substring(0, DAY)),
        new ShipmentId(sk.substring(DAY + 1)),
        Item.text(row, "carrier"),
        Math.toIntExact(Item.number(row, "parcels")),
        State.valueOf(Item.text(row, "progress")),
        Item.text(row, "receipt"));
  }
}
