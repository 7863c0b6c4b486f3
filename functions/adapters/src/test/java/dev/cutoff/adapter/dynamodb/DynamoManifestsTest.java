package dev.cutoff.adapter.dynamodb;

import dev.cutoff.dock.application.Manifests;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.ManifestsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoManifestsTest extends ManifestsContract {
  private final EmbeddedDynamo dynamo;

  DynamoManifestsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected Manifests manifests() {
    return new DynamoManifests(Embedded.fresh(dynamo));
  }
}
