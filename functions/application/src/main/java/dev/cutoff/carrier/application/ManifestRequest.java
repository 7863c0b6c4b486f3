package dev.cutoff.carrier.application;

import dev.cutoff.merchant.Node;
import java.time.LocalDate;
import java.util.List;

/**
 * What leaves one node with one carrier on one day.
 *
 * @param reference the manifest's own key: the same again must not make a second one
 * @param shipDate in the node's zone
 */
public record ManifestRequest(
    String reference, Node node, LocalDate shipDate, List<Labelled> labels) {
  public ManifestRequest {
    labels = List.copyOf(labels);
  }

  /** One parcel on it. */
  public record Labelled(String labelId, String trackingNumber, long grams) {}
}
