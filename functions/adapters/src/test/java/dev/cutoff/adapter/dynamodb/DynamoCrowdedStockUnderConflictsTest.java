package dev.cutoff.adapter.dynamodb;

import dev.cutoff.testkit.EmbeddedDynamo;

/** The contract holds while every seventh write loses against another transaction. */
final class DynamoCrowdedStockUnderConflictsTest extends DynamoCrowdedStockTest {
  DynamoCrowdedStockUnderConflictsTest(EmbeddedDynamo embedded) {
    super(embedded);
  }

  @Override
  Dynamo made(EmbeddedDynamo tables) {
    return Conflicts.fresh(tables);
  }
}
