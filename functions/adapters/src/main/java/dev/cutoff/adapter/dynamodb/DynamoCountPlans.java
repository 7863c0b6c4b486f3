package dev.cutoff.adapter.dynamodb;

import dev.cutoff.audit.application.CountPlans;
import dev.cutoff.stock.NodeId;
import java.util.Optional;

/** The plan of counts of a node: one row, written anew by every audit. */
public final class DynamoCountPlans implements CountPlans {
  private final Dynamo dynamo;
  private final String table;

  /** Makes the plans of these tables. */
  public DynamoCountPlans(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().stock();
  }

  @Override
  public Optional<Plan> find(NodeId node) {
    return dynamo.get(table, Key.countPlan(node)).map(row -> dynamo.body().read(row, Plan.class));
  }

  @Override
  public void save(NodeId node, Plan plan) {
    dynamo.putOver(
        table,
        Item.of(Key.countPlan(node)).putAll(dynamo.body().of("plan of counts of " + node, plan)));
  }
}
