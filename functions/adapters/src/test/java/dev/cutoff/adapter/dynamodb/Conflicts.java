package dev.cutoff.adapter.dynamodb;

import dev.cutoff.testkit.EmbeddedDynamo;
import java.util.SplittableRandom;

/** Tables where every seventh write loses against another transaction. */
final class Conflicts {
  private Conflicts() {}

  static Dynamo fresh(EmbeddedDynamo dynamo) {
    Troubled troubled = new Troubled(dynamo.client(), new SplittableRandom(7), 0.15, 0);
    return Embedded.fresh(troubled, Embedded.tables(dynamo));
  }
}
