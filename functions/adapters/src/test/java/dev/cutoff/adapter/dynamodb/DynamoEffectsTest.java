package dev.cutoff.adapter.dynamodb;

import dev.cutoff.effect.application.Effects;
import dev.cutoff.testkit.EffectsContract;
import dev.cutoff.testkit.EmbeddedDynamo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoEffectsTest extends EffectsContract {
  private final EmbeddedDynamo dynamo;

  DynamoEffectsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected Effects fresh() {
    return new DynamoEffects(Embedded.fresh(dynamo));
  }
}
