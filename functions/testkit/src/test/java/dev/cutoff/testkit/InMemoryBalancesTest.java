package dev.cutoff.testkit;

final class InMemoryBalancesTest extends BalancesContract {
  @Override
  protected InMemoryBalances fresh() {
    return new InMemoryBalances();
  }
}
