package dev.cutoff.document.application;

/**
 * Draws what goes onto and into a parcel. The same content gives the same bytes, today and
 * tomorrow: files are stored under the hash of their content, so a second drawing must not make a
 * second file.
 */
public interface ShippingDocuments {

  /** A 4 x 6 inch parcel label, for office printers and for thermal printers. */
  LabelFiles label(LabelContent content);

  /** A packing slip on Letter paper, one or more pages, as PDF. */
  byte[] packingSlip(SlipContent content);
}
