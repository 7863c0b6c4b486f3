package dev.cutoff.shipment;

import dev.cutoff.money.Money;
import dev.cutoff.tracking.Track;

/**
 * A parcel with a paid label.
 *
 * @param cost what the label cost
 * @param labelId the carrier's id of the label, by which it is voided
 * @param labelPdf object key
 * @param labelZpl object key
 */
public record Parcel(
    PlannedParcel plan,
    Money cost,
    String trackingNumber,
    String labelId,
    String labelPdf,
    String labelZpl,
    Track track) {

  /** The same with another plan behind it. */
  public Parcel with(PlannedParcel newPlan) {
    return new Parcel(newPlan, cost, trackingNumber, labelId, labelPdf, labelZpl, track);
  }

  public Parcel with(Track newTrack) {
    return new Parcel(plan, cost, trackingNumber, labelId, labelPdf, labelZpl, newTrack);
  }
}
