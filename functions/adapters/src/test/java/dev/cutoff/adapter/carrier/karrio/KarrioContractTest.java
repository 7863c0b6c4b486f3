package dev.cutoff.adapter.carrier.karrio;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;

/** Against a played Karrio. */
final class KarrioContractTest extends KarrioContract {
  private final FakeKarrio karrio = FakeKarrio.start();

  @AfterEach
  void stop() {
    karrio.close();
  }

  @Override
  protected URI upstream() {
    return karrio.base();
  }

  @Override
  protected String secret() {
    return FakeKarrio.TOKEN;
  }

  @Override
  protected long bought() {
    return karrio.bought();
  }
}
