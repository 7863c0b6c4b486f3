package dev.cutoff.testkit;

import dev.cutoff.dock.application.Manifests;

final class InMemoryManifestsTest extends ManifestsContract {
  @Override
  protected Manifests manifests() {
    return new InMemoryManifests();
  }
}
