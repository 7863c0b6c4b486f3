package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.json.Codec;
import dev.cutoff.testkit.EmbeddedDynamo;
import java.util.SplittableRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Empty tables in DynamoDB Local, and waits that take no time. */
final class Embedded {
  static final Pause NO_TIME = time -> Thread.onSpinWait();

  private Embedded() {}

  static Tables tables(EmbeddedDynamo dynamo) {
    Tables tables =
        new Tables(EmbeddedDynamo.unusedName("orders"), EmbeddedDynamo.unusedName("stock"));
    dynamo.create(tables.requests());
    return tables;
  }

  static Dynamo fresh(EmbeddedDynamo dynamo) {
    return fresh(dynamo.client(), tables(dynamo));
  }

  static Dynamo fresh(DynamoDbClient client, Tables tables) {
    return new Dynamo(client, tables, new Codec(), new SplittableRandom(1), NO_TIME);
  }
}
