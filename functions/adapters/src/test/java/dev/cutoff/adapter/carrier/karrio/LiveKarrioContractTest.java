package dev.cutoff.adapter.carrier.karrio;

import java.net.URI;
import java.time.Duration;

/** Against a true Karrio: what the played one plays is what it does. */
final class LiveKarrioContractTest extends KarrioContract {
  @Override
  protected URI upstream() {
    return LiveKarrio.server().base();
  }

  @Override
  protected String secret() {
    return LiveKarrio.server().token();
  }

  @Override
  protected long bought() {
    return LiveKarrio.server().sold().size();
  }

  /** It draws a label in the better part of a second. */
  @Override
  protected Duration limit() {
    return Duration.ofSeconds(3);
  }
}
