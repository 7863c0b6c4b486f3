package dev.cutoff.shipment.application;

import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.customs.Declaring;
import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.Size;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts.Asked;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What a carrier is asked about a parcel: its price, its label, what became of its label. */
public final class LabelRequests {
  private final Merchants merchants;

  @Inject
  public LabelRequests(Merchants merchants) {
    this.merchants = merchants;
  }

  LabelRequest of(Order order, Shipment.Planned shipment, PlannedParcel parcel, Attempt attempt) {
    Merchant merchant = merchants.current();
    List<String> numbers = shipment.parcels().stream().map(PlannedParcel::parcelId).toList();
    Way way = way(order, merchant.node(shipment.node()), attempt);
    return new LabelRequest(
        attempt.reference(),
        order.id(),
        shipment.id(),
        way.from(),
        way.to(),
        spec(parcel, merchant),
        1 + numbers.indexOf(parcel.parcelId()),
        shipment.parcels().size(),
        parcel.service(),
        parcel.shipDate(),
        parcel.cost(),
        order.document().test(),
        new Declaring(order.document(), merchant)
            .of(parcel.lines(), shipment.lines(), way.from().address(), way.to())
            .orElse(null),
        attempt.lastAskedAt());
  }

  /**
   * The same once more, for who only asks. Where the shipment is closed nobody knows any more what
   * was in the parcel; its label is of no use then, and is asked about by its reference.
   */
  LabelRequest of(Order order, Attempt attempt) {
    return order.shipments().stream()
        .filter(Shipment.Planned.class::isInstance)
        .map(Shipment.Planned.class::cast)
        .filter(shipment -> shipment.id().equals(attempt.shipmentId()))
        .flatMap(shipment ->
            shipment.parcels().stream()
                .filter(parcel -> parcel.parcelId().equals(attempt.parcelId()))
                .map(parcel -> of(order, shipment, parcel, attempt)))
        .findFirst()
        .orElseGet(() -> closed(order, attempt));
  }

  private LabelRequest closed(Order order, Attempt attempt) {
    Merchant merchant = merchants.current();
    Asked asked = attempt.asked();
    if (asked == null) {
      throw new IllegalStateException("nobody knows what was asked for as " + attempt.reference());
    }
    Way way = way(order, merchant.node(asked.node()), attempt);
    return new LabelRequest(
        attempt.reference(),
        order.id(),
        attempt.shipmentId(),
        way.from(),
        way.to(),
        new ParcelSpec(
            asked.grams(),
            box(asked.box(), merchant).map(Box::outer).orElse(new Size(1, 1, 1)),
            ParcelExtras.NONE),
        1,
        1,
        attempt.service(),
        asked.shipDate(),
        asked.quoted(),
        order.document().test(),
        null,
        attempt.lastAskedAt());
  }

  private static Way way(Order order, Node node, Attempt attempt) {
    return attempt.isReturn() ? Way.back(order, node) : Way.out(order, node);
  }

  /** What the carrier is asked about the price of the shipment as it is planned. */
  RateRequest rates(Order order, Shipment.Planned shipment) {
    Merchant merchant = merchants.current();
    return new RateRequest(
        merchant.node(shipment.node()),
        order.shipTo().orElseThrow(),
        shipment.parcels().stream().map(parcel -> spec(parcel, merchant)).toList(),
        shipment.parcels().getFirst().shipDate());
  }

  private static ParcelSpec spec(PlannedParcel parcel, Merchant merchant) {
    return new ParcelSpec(
        parcel.weightGrams(),
        box(parcel.box(), merchant).orElseThrow().outer(),
        parcel.extrasOrNone());
  }

  private static Optional<Box> box(String id, Merchant merchant) {
    return merchant.boxes().stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
