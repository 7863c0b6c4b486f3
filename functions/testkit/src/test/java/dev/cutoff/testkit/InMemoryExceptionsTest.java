package dev.cutoff.testkit;

import dev.cutoff.exception.application.Exceptions;

final class InMemoryExceptionsTest extends ExceptionsContract {
  @Override
  protected Exceptions fresh() {
    return new InMemoryExceptions();
  }
}
