package dev.cutoff.print.application;

import dev.cutoff.customs.Declaration;
import dev.cutoff.customs.Declaring;
import dev.cutoff.document.application.CustomsContent;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentLine;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What customs are shown of a shipment that crosses a border. */
public final class CustomsPapers {
  private final Merchants merchants;

  @Inject
  public CustomsPapers(Merchants merchants) {
    this.merchants = merchants;
  }

  /** Papers, or why there are none. */
  sealed interface Outcome {
    /** Of the shipment, and of each of its parcels. */
    record Papers(CustomsContent shipment, List<CustomsContent> parcels) implements Outcome {
      public Papers {
        parcels = List.copyOf(parcels);
      }
    }

    record NoBorder() implements Outcome {}

    /** Of some items nobody filled in what customs ask for; nothing is made up. */
    record Lacking(List<String> what) implements Outcome {
      public Lacking {
        what = List.copyOf(what);
      }
    }
  }

  Outcome of(Order order, Shipment shipment) {
    Optional<Declaration> all = declared(order, shipment, shipment.lines());
    if (all.isEmpty()) {
      return new Outcome.NoBorder();
    }
    if (!all.get().lacking().isEmpty()) {
      return new Outcome.Lacking(all.get().lacking());
    }
    List<Parcel> parcels = shipment.paidParcels();
    List<CustomsContent> each =
        parcels.stream()
            .map(parcel ->
                content(
                    order,
                    shipment,
                    parcel.plan().parcelId(),
                    List.of(parcel),
                    declared(order, shipment, parcel.plan().lines()).orElseThrow()))
            .toList();
    return new Outcome.Papers(
        content(order, shipment, shipment.id().value(), parcels, all.get()), each);
  }

  private Optional<Declaration> declared(Order order, Shipment shipment, List<ShipmentLine> lines) {
    Merchant merchant = merchants.current();
    return new Declaring(order.document(), merchant)
        .of(
            lines,
            shipment.lines(),
            merchant.node(shipment.node()).address(),
            order.shipTo().orElseThrow());
  }

  private CustomsContent content(
      Order order,
      Shipment shipment,
      String number,
      List<Parcel> parcels,
      Declaration declaration) {
    Merchant merchant = merchants.current();
    Node node = merchant.node(shipment.node());
    Address to = order.shipTo().orElseThrow();
    PlannedParcel first = parcels.getFirst().plan();
    Carrier carrier = merchant.carriers().get(first.carrier());
    return new CustomsContent(
        number,
        order.document().orderNumber(),
        first.shipDate(),
        node.address().lines(),
        to.lines(),
        to.phone(),
        carrier == null ? first.carrier() : carrier.name(),
        parcels.stream().map(Parcel::trackingNumber).toList(),
        declaration,
        parcels.stream().mapToLong(parcel -> parcel.plan().weightGrams()).sum());
  }
}
