package dev.cutoff.testkit;

final class InMemoryPostageTest extends PostageContract<InMemoryPostage> {
  @Override
  protected InMemoryPostage fresh() {
    return new InMemoryPostage();
  }
}
