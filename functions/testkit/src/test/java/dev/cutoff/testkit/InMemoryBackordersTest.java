package dev.cutoff.testkit;

final class InMemoryBackordersTest extends BackordersContract {
  @Override
  protected Both fresh() {
    InMemoryInbounds inbounds = new InMemoryInbounds();
    return new Both(inbounds, new InMemoryBackorders(inbounds));
  }
}
