package dev.cutoff.testkit;

import dev.cutoff.effect.application.Effects;

final class InMemoryEffectsTest extends EffectsContract {
  @Override
  protected Effects fresh() {
    return new InMemoryEffects();
  }
}
