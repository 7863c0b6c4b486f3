package dev.cutoff.tracking.application;

import dev.cutoff.exception.DockException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.exception.application.RaisingDockException;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.Trouble;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a parcel that is lost, damaged, coming back or unseen for too long into the exception queue,
 * once, with what can be done and what it costs; and one whose delivery the carrier takes back.
 * What is over by itself is closed. What somebody looked at is not said again until something else
 * is the matter with it.
 */
public final class NamingTrouble {
  /** Who settles what is over by itself. */
  private static final String CUTOFF = "cutoff";

  private static final String KIND = "trouble";

  private final Exceptions exceptions;
  private final RaisingDockException raising;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public NamingTrouble(
      Exceptions exceptions,
      RaisingDockException raising,
      Merchants merchants,
      InstantSource clock) {
    this.exceptions = exceptions;
    this.raising = raising;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** After scans: most parcels have no trouble before and none after, and nothing is read. */
  void scanned(Order before, Order after, List<Scan> scans) {
    for (Shipment shipment : after.openShipments()) {
      for (Parcel parcel : shipment.paidParcels()) {
        if (scans.stream().anyMatch(scan -> ScannedShipment.isOf(parcel, scan))) {
          Optional<Shipment> earlier = same(before, shipment);
          Optional<Parcel> was = earlier.flatMap(held -> same(held, parcel));
          boolean troubled =
              was.flatMap(it -> earlier.flatMap(held -> trouble(before, held, it))).isPresent();
          Optional<Trouble> trouble = trouble(after, shipment, parcel);
          if (trouble.isPresent()) {
            name(after, shipment, parcel, trouble.get());
          } else if (troubled) {
            settle(parcel, "the carrier has it, and nothing is the matter with it");
          }
          deliveryTakenBack(after, parcel, was.flatMap(it -> it.track().takenBack()).isPresent());
        }
      }
    }
  }

  /** On a round: whether it is in trouble. */
  boolean look(Order order, Shipment shipment, Parcel parcel) {
    Optional<Trouble> trouble = trouble(order, shipment, parcel);
    trouble.ifPresent(it -> name(order, shipment, parcel, it));
    return trouble.isPresent();
  }

  /** For a round: closes what is over, for a scan may have died before it did. */
  void settleIfOver(Order order, DockException open) {
    boolean over =
        order.openShipments().stream()
            .noneMatch(shipment ->
                shipment.paidParcels().stream()
                    .filter(parcel -> subject(parcel).equals(open.subject()))
                    .anyMatch(parcel -> trouble(order, shipment, parcel).isPresent()));
    if (over) {
      raising.settle(
          open.subject(), open.refusal().reason(), "nothing is the matter with it any more");
    }
  }

  private Optional<Trouble> trouble(Order order, Shipment shipment, Parcel parcel) {
    Optional<Instant> handedOver =
        switch (shipment) {
          case Shipment.Shipped shipped -> Optional.of(shipped.handedOverAt());
          case Shipment.Delivered delivered -> Optional.of(delivered.handedOverAt());
          case Shipment.Labelled labelled -> Optional.empty();
          case Shipment.Reserved reserved -> Optional.empty();
          case Shipment.Planned planned -> Optional.empty();
          case Shipment.Cancelled cancelled -> Optional.empty();
        };
    Node node = merchants.current().nodes().get(shipment.node());
    String from = node == null ? "" : node.address().country();
    String to = order.shipTo().map(Address::country).orElse(from);
    return handedOver.flatMap(at ->
        Trouble.of(
            parcel.track(),
            at,
            merchants.current().rules().tracking().silentFor(from, to),
            clock.instant()));
  }

  private void name(Order order, Shipment shipment, Parcel parcel, Trouble trouble) {
    String kind = trouble.kind().wireName();
    boolean decided =
        exceptions
            .latestAtDock(subject(parcel), Reason.PARCEL_IN_TROUBLE)
            .filter(latest -> {
              var how = latest.resolution();
              return how != null
                  && !how.by().equals(CUTOFF)
                  && kind.equals(latest.refusal().facts().get(KIND));
            })
            .isPresent();
    if (!decided) {
      TroubleWords words = new TroubleWords(merchants.current(), order, shipment, parcel);
      raising.raise(
          new DockException.Finding(
              subject(parcel), words.refusal(trouble, KIND), List.of(order.id())));
    }
  }

  private void settle(Parcel parcel, String why) {
    raising.settle(subject(parcel), Reason.PARCEL_IN_TROUBLE, why);
  }

  /** The parcel is not moved back: somebody has to find out which of the two is true. */
  private void deliveryTakenBack(Order order, Parcel parcel, boolean wasTakenBack) {
    Optional<Scan> back = parcel.track().takenBack();
    if (back.isPresent()) {
      Scan scan = back.get();
      String says = ApplyingScans.word(scan);
      raising.raiseOnce(
          new DockException.Finding(
              subject(parcel),
              Refusal.of(
                  Reason.DELIVERY_TAKEN_BACK,
                  "%s (%s %s) was delivered, but the carrier says '%s' at %s. Ask the carrier, and the customer whether it is there."
                      .formatted(
                          parcel.plan().parcelId(),
                          parcel.plan().carrier(),
                          parcel.trackingNumber(),
                          says,
                          scan.occurredAt()),
                  Map.of(
                      "parcelId", parcel.plan().parcelId(),
                      "trackingNumber", parcel.trackingNumber(),
                      "says", says,
                      "at", scan.occurredAt().toString())),
              List.of(order.id())));
    } else if (wasTakenBack) {
      raising.settle(
          subject(parcel), Reason.DELIVERY_TAKEN_BACK, "the carrier says again that it is there");
    }
  }

  private static String subject(Parcel parcel) {
    return "parcel " + parcel.plan().parcelId();
  }

  private static Optional<Shipment> same(Order order, Shipment shipment) {
    return order.openShipments().stream()
        .filter(each -> each.id().equals(shipment.id()))
        .findFirst();
  }

  private static Optional<Parcel> same(Shipment shipment, Parcel parcel) {
    return shipment.paidParcels().stream()
        .filter(each -> each.plan().parcelId().equals(parcel.plan().parcelId()))
        .findFirst();
  }
}
