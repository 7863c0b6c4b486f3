package dev.cutoff.adapter.dynamodb;

import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.ExceptionsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoExceptionsTest extends ExceptionsContract {
  private final EmbeddedDynamo dynamo;

  DynamoExceptionsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected Exceptions fresh() {
    return new DynamoExceptions(Embedded.fresh(dynamo));
  }
}
