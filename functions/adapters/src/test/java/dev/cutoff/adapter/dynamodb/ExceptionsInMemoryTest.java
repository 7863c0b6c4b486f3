package dev.cutoff.adapter.dynamodb;

import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.testkit.ExceptionsContract;

/** The same contract as over DynamoDB Local, and so a test of the tables in memory. */
final class ExceptionsInMemoryTest extends ExceptionsContract {
  @Override
  protected Exceptions fresh() {
    return new DynamoExceptions(InMemory.fresh());
  }
}
