package dev.cutoff.adapter.dynamodb;

import dev.cutoff.dock.Manifest;
import dev.cutoff.dock.ManifestId;
import dev.cutoff.dock.application.Manifests;
import dev.cutoff.stock.NodeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Manifests in DynamoDB: a row for a carrier and a day, those of a node in one partition by day.
 */
public final class DynamoManifests implements Manifests {
  private final Dynamo dynamo;
  private final String table;

  /** Makes the manifests of these tables. */
  public DynamoManifests(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  @Override
  public Optional<Manifest> find(ManifestId id) {
    return dynamo.get(table, Key.manifest(id)).map(row -> dynamo.body().read(row, Manifest.class));
  }

  @Override
  public List<Manifest> from(NodeId node, LocalDate first) {
    return dynamo.from(table, Key.manifestsPk(node), first.toString()).stream()
        .map(row -> dynamo.body().read(row, Manifest.class))
        .toList();
  }

  @Override
  public boolean create(Manifest manifest) {
    return dynamo.putNew(table, item(manifest)) instanceof Dynamo.Written.Done;
  }

  @Override
  public boolean replace(Manifest after) {
    return dynamo.put(
            table,
            item(after),
            "version = :before",
            Item.values().n(":before", after.version() - 1L))
        instanceof Dynamo.Written.Done;
  }

  private Item item(Manifest manifest) {
    return Item.of(Key.manifest(manifest.id()))
        .n("version", manifest.version())
        .putAll(dynamo.body().of(manifest.id().inWords(), manifest));
  }
}
