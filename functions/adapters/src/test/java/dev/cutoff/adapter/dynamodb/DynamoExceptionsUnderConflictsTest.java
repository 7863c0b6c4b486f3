package dev.cutoff.adapter.dynamodb;

import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.ExceptionsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract holds while every seventh write loses against another transaction. */
@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoExceptionsUnderConflictsTest extends ExceptionsContract {
  private final EmbeddedDynamo dynamo;

  DynamoExceptionsUnderConflictsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected Exceptions fresh() {
    return new DynamoExceptions(Conflicts.fresh(dynamo));
  }
}
