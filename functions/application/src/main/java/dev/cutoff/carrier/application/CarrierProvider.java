package dev.cutoff.carrier.application;

import dev.cutoff.customs.Declaration;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.plan.Quote;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.shipment.ShipmentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What speaks to carriers: a rate card of the shop's own, a multi-carrier server, a carrier's API.
 * No answer, a 5xx or garbage is an exception, a {@link NoAnswer} where the provider knows what
 * happened; what the carrier says no to is data.
 */
public interface CarrierProvider {
  /** As {@link Carrier#provider()} names it: "ratecard". */
  String name();

  /** Whether its prices come from somebody else, who may be slow, wrong or away. */
  default boolean isLive() {
    return true;
  }

  RateAnswer rates(Carrier carrier, RateRequest request);

  /**
   * Buys under a client reference that was written down before. The same reference again must not
   * buy again where the provider can help it; an exception means nobody knows whether it was
   * bought.
   */
  LabelAnswer buy(Carrier carrier, LabelRequest request);

  /** What became of a purchase, asked by its client reference. */
  FindAnswer find(Carrier carrier, LabelRequest request);

  /**
   * Every label that was sold under a client reference and is not voided, for who looks whether
   * there is more than one; a provider that knows of one only says that one.
   */
  default List<Sold> sold(Carrier carrier, LabelRequest request) {
    return switch (find(carrier, request)) {
      case FindAnswer.Found found ->
          List.of(
              new Sold(
                  found.label().labelId(), found.label().trackingNumber(), found.label().cost()));
      case FindAnswer.FoundUnprintable found ->
          List.of(
              new Sold(
                  found.label().labelId(), found.label().trackingNumber(), found.label().cost()));
      case FindAnswer.NotBought not -> List.of();
      case FindAnswer.NotYetKnown later -> List.of();
      case FindAnswer.CannotTell never -> List.of();
    };
  }

  /** Voids a label that was not handed over; again is success. */
  VoidAnswer voidLabel(Carrier carrier, String labelId);

  /** What it can do beside; what is not among it answers that it can't. */
  default Set<Capability> can() {
    return Set.of();
  }

  /** Whether the carrier delivers there. */
  default AddressAnswer verify(Carrier carrier, Address address) {
    return new AddressAnswer.CouldNotAsk(carrier.name() + " verifies no addresses");
  }

  /** Where a parcel is, for carriers that do not tell by themselves. */
  default TrackAnswer track(Carrier carrier, String trackingNumber) {
    return new TrackAnswer.Cannot();
  }

  /** Closes the day; the same reference again answers the same manifest. */
  default ManifestAnswer manifest(Carrier carrier, ManifestRequest request) {
    return new ManifestAnswer.NotWanted();
  }

  /** Books a courier; the same reference again answers the same pickup. */
  default PickupAnswer bookPickup(Carrier carrier, PickupRequest request) {
    return new PickupAnswer.NotBookable();
  }

  /**
   * What is left to pay postage with, the same for all carriers that one secret lets in; empty
   * where it is billed later, or does not say.
   */
  default Optional<Money> balance(Carrier carrier) {
    return Optional.empty();
  }

  /**
   * What is to be carried.
   *
   * @param to the ship-to address
   * @param shipDate the day of hand-over, in the node's zone
   */
  record RateRequest(Node from, Address to, List<ParcelSpec> parcels, LocalDate shipDate) {
    public RateRequest {
      parcels = List.copyOf(parcels);
    }
  }

  /**
   * One parcel as the carrier sees it.
   *
   * @param grams contents and box
   * @param size outer
   * @param extras that the price has to contain
   */
  record ParcelSpec(long grams, Size size, ParcelExtras extras) {
    /** One that is carried, and nothing more. */
    public ParcelSpec(long grams, Size size) {
      this(grams, size, ParcelExtras.NONE);
    }
  }

  /**
   * One label to buy.
   *
   * @param reference client reference, the attempt's own key
   * @param number of this parcel in the shipment, from 1
   * @param customs what customs are told; null where it meets none
   * @param askedAt when it was written down that the carrier is asked under this reference: until
   *     the account's settle time after it, "not found" means "not yet known"
   */
  record LabelRequest(
      String reference,
      OrderId orderId,
      ShipmentId shipmentId,
      Node from,
      Address to,
      ParcelSpec parcel,
      int number,
      int count,
      String service,
      LocalDate shipDate,
      Money quoted,
      boolean test,
      @Nullable Declaration customs,
      Instant askedAt) {
    /** One that stays within the country, asked for long ago. */
    public LabelRequest(
        String reference,
        OrderId orderId,
        ShipmentId shipmentId,
        Node from,
        Address to,
        ParcelSpec parcel,
        int number,
        int count,
        String service,
        LocalDate shipDate,
        Money quoted,
        boolean test) {
      this(
          reference,
          orderId,
          shipmentId,
          from,
          to,
          parcel,
          number,
          count,
          service,
          shipDate,
          quoted,
          test,
          null,
          Instant.EPOCH);
    }
  }

  /** A label as the carrier has it in its books. */
  record Sold(String labelId, String trackingNumber, Money cost) {}

  /** Prices, or why there are none. */
  sealed interface RateAnswer {
    record Rates(List<Quote> quotes) implements RateAnswer {
      public Rates {
        quotes = List.copyOf(quotes);
      }
    }

    /** The carrier answered, and serves this not: too heavy, too far. */
    record NoRates(String why) implements RateAnswer {}
  }

  /** A label, or why there is none. */
  sealed interface LabelAnswer {
    record Bought(String labelId, String trackingNumber, Money cost, LabelFiles files)
        implements LabelAnswer {}

    record Refused(String why) implements LabelAnswer {}

    /** Not bought: the account has no money left. The next label will not be sold either. */
    record NoFunds(String why) implements LabelAnswer {}

    /** Bought, and what came as its document can't be printed. */
    record Unprintable(String labelId, String trackingNumber, Money cost, String why)
        implements LabelAnswer {}

    /** Not bought: it costs more than was quoted. */
    record PriceChanged(Money now) implements LabelAnswer {}
  }

  /** What the provider knows of a reference. */
  sealed interface FindAnswer {
    record Found(LabelAnswer.Bought label) implements FindAnswer {}

    /** Bought, and its document can't be printed. */
    record FoundUnprintable(LabelAnswer.Unprintable label) implements FindAnswer {}

    /** Surely not bought: the settle time has passed. */
    record NotBought() implements FindAnswer {}

    /** Nobody can say yet; ask again then. */
    record NotYetKnown(Instant askAgainAt) implements FindAnswer {}

    /** This provider can't find by reference. */
    record CannotTell() implements FindAnswer {}
  }

  /** Whether the money comes back. */
  sealed interface VoidAnswer {
    record Voided() implements VoidAnswer {}

    record Refused(String why) implements VoidAnswer {}
  }
}
