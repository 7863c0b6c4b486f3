package dev.cutoff.dock.application;

import dev.cutoff.dock.Manifest;
import dev.cutoff.dock.ManifestId;
import dev.cutoff.stock.NodeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The manifests: one row for a node, a carrier and a day. Reads are strongly consistent. */
public interface Manifests {
  Optional<Manifest> find(ManifestId id);

  /** Those of a node from that day on, by day and carrier. */
  List<Manifest> from(NodeId node, LocalDate first);

  /** Writes a new one; false where there is one. */
  boolean create(Manifest manifest);

  /** Writes the next version; false where somebody else wrote it. */
  boolean replace(Manifest after);
}
