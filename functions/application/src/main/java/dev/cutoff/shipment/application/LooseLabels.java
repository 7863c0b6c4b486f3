package dev.cutoff.shipment.application;

import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import java.time.Instant;
import java.util.List;

/**
 * The list of labels that somebody still has to look after: the carrier's answer is missing, or the
 * label is paid and of no use, or it may still turn up. A place in the list is written before the
 * attempt's row says so. Labels that are bought and used the usual way are never in it.
 */
public interface LooseLabels {
  /** Puts one on the list; one that is there already is looked at at the earlier of both times. */
  void list(Loose label);

  /** All of them, by reference; surely all that were listed. */
  List<Loose> all();

  /** It is looked at again then; nothing where it is off the list. */
  void later(Loose label, Instant lookAt);

  /** Nothing is left to do. */
  void done(String reference);

  /**
   * A place in the list.
   *
   * @param reference of the attempt
   * @param since when it was asked for
   * @param until the last moment at which anything can be done about it: its void deadline
   * @param lookAt when it is next looked at
   * @param mayTurnUp the carrier said that it was not sold: it is asked again until the deadline
   */
  record Loose(
      String reference,
      OrderId orderId,
      ShipmentId shipmentId,
      Instant since,
      Instant until,
      Instant lookAt,
      boolean mayTurnUp) {
    /** The same, looked at at another time. */
    public Loose at(Instant time) {
      return new Loose(reference, orderId, shipmentId, since, until, time, mayTurnUp);
    }

    /** Both in one place: nothing that one of them wants is forgotten. */
    public Loose and(Loose other) {
      return new Loose(
          reference,
          orderId,
          shipmentId,
          since,
          until.isAfter(other.until) ? until : other.until,
          lookAt.isBefore(other.lookAt) ? lookAt : other.lookAt,
          mayTurnUp || other.mayTurnUp);
    }
  }
}
