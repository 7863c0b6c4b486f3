package dev.cutoff.adapter.dynamodb;

import dev.cutoff.testkit.dynamo.InMemoryDynamo;

/** Empty tables on the heap. */
final class InMemory {
  static final Tables TABLES = new Tables("orders", "stock");

  private InMemory() {}

  static InMemoryDynamo tables() {
    return InMemoryDynamo.with(TABLES.requests());
  }

  static Dynamo fresh() {
    return Embedded.fresh(tables(), TABLES);
  }
}
