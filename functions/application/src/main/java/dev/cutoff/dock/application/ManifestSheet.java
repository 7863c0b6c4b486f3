package dev.cutoff.dock.application;

import dev.cutoff.dock.Manifest;

/** The paper that the driver signs where the carrier has none of its own. */
public interface ManifestSheet {
  /**
   * Draws it; the same manifest gives the same bytes.
   *
   * @param shop name, as people know it
   * @param node name
   * @param carrier name
   * @return a PDF
   */
  byte[] pdf(Manifest manifest, String shop, String node, String carrier);
}
