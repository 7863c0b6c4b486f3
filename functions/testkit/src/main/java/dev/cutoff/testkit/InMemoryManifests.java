package dev.cutoff.testkit;

import dev.cutoff.dock.Manifest;
import dev.cutoff.dock.ManifestId;
import dev.cutoff.dock.application.Manifests;
import dev.cutoff.stock.NodeId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Manifests in memory. */
public final class InMemoryManifests implements Manifests {
  private final Map<ManifestId, Manifest> rows =
      new TreeMap<>(Comparator.comparing(ManifestId::date).thenComparing(ManifestId::reference));

  @Override
  public synchronized Optional<Manifest> find(ManifestId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public synchronized List<Manifest> from(NodeId node, LocalDate first) {
    return rows.values().stream()
        .filter(each -> each.id().node().equals(node) && !each.id().date().isBefore(first))
        .toList();
  }

  @Override
  public synchronized boolean create(Manifest manifest) {
    return rows.putIfAbsent(manifest.id(), manifest) == null;
  }

  @Override
  public synchronized boolean replace(Manifest after) {
    Manifest known = rows.get(after.id());
    if (known == null || known.version() != after.version() - 1) {
      return false;
    }
    rows.put(after.id(), after);
    return true;
  }
}
