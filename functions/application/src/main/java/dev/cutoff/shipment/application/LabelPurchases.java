package dev.cutoff.shipment.application;

import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.customs.Declaring;
import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a carrier is asked for and what it sold, the same for who buys and for who undoes. */
public final class LabelPurchases {
  private final LabelAttempts attempts;
  private final Providers providers;
  private final ObjectStore objects;
  private final Merchants merchants;

  @Inject
  public LabelPurchases(
      LabelAttempts attempts, Providers providers, ObjectStore objects, Merchants merchants) {
    this.attempts = attempts;
    this.providers = providers;
    this.objects = objects;
    this.merchants = merchants;
  }

  FindAnswer find(
      Carrier carrier,
      Order order,
      Shipment.Planned shipment,
      PlannedParcel parcel,
      Attempt attempt) {
    return providers.of(carrier).find(carrier, request(order, shipment, parcel, attempt));
  }

  /** The files first, then the row that names them. */
  Attempt keep(Attempt attempt, LabelAnswer.Bought label) {
    byte[] drawn = label.files().pdf();
    String pdf = drawn.length == 0 ? "" : objects.put("labels", "pdf", drawn);
    String zpl = objects.put("labels", "zpl", label.files().zpl().getBytes(StandardCharsets.UTF_8));
    Attempt bought =
        attempt.bought(label.labelId(), label.trackingNumber(), label.cost(), pdf, zpl);
    attempts.record(bought);
    return bought;
  }

  LabelRequest request(
      Order order, Shipment.Planned shipment, PlannedParcel parcel, Attempt attempt) {
    Merchant merchant = merchants.current();
    List<String> numbers = shipment.parcels().stream().map(PlannedParcel::parcelId).toList();
    Node from = merchant.node(shipment.node());
    Address to = order.shipTo().orElseThrow();
    return new LabelRequest(
        attempt.reference(),
        order.id(),
        shipment.id(),
        from,
        to,
        spec(parcel, merchant),
        1 + numbers.indexOf(parcel.parcelId()),
        shipment.parcels().size(),
        parcel.service(),
        parcel.shipDate(),
        parcel.cost(),
        order.document().test(),
        new Declaring(order.document(), merchant)
            .of(parcel.lines(), shipment.lines(), from.address(), to)
            .orElse(null),
        attempt.begunAt());
  }

  /** What the carrier is asked about the price of the shipment as it is planned. */
  RateRequest rateRequest(Order order, Shipment.Planned shipment) {
    Merchant merchant = merchants.current();
    return new RateRequest(
        merchant.node(shipment.node()),
        order.shipTo().orElseThrow(),
        shipment.parcels().stream().map(parcel -> spec(parcel, merchant)).toList(),
        shipment.parcels().getFirst().shipDate());
  }

  Carrier carrier(String id) {
    Carrier carrier = merchants.current().carriers().get(id);
    if (carrier == null) {
      throw new IllegalStateException("the merchant file lost the carrier " + id);
    }
    return carrier;
  }

  private static ParcelSpec spec(PlannedParcel parcel, Merchant merchant) {
    Box box =
        merchant.boxes().stream()
            .filter(each -> each.id().equals(parcel.box()))
            .findFirst()
            .orElseThrow();
    return new ParcelSpec(parcel.weightGrams(), box.outer(), parcel.extrasOrNone());
  }
}
