package dev.cutoff.adapter.carrier.ratecard;

import dev.cutoff.carrier.application.AddressAnswer;
import dev.cutoff.carrier.application.Capability;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.rate.Destinations;
import dev.cutoff.rate.Places;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carriers under the shop's own contracts, priced from the rate cards in the merchant file. Needs
 * no network.
 *
 * <p>It has no memory and needs none. A label is made here, not bought: the carrier bills it once
 * it was handed over, so no money moves when it is made, made again or thrown away. The label
 * follows from the reference alone, so the same reference can't be bought twice; {@link #find}
 * makes the very same label again; and a void has nothing to undo.
 */
public final class RateCardProvider implements CarrierProvider {
  /** As carriers in the merchant file name it. */
  public static final String NAME = "ratecard";

  private static final Comparator<Quote> CHEAPEST_FIRST =
      Comparator.comparing(Quote::total)
          .thenComparing(Quote::serviceName)
          .thenComparing(Quote::service);

  private final Places places;
  private final Pricing pricing;
  private final ShippingDocuments documents;

  public RateCardProvider(Geography geography, ShippingDocuments documents) {
    this.places = geography;
    this.pricing = new Pricing(geography);
    this.documents = documents;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isLive() {
    return false;
  }

  @Override
  public RateAnswer rates(Carrier carrier, RateRequest request) {
    if (request.parcels().isEmpty()) {
      throw new IllegalArgumentException("rates are asked for a parcel at least");
    }
    List<Quote> quotes = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (Service service : carrier.services()) {
      switch (pricing.price(carrier, service, request)) {
        case Pricing.Outcome.Priced priced -> quotes.add(priced.quote());
        case Pricing.Outcome.NotServed not -> reasons.add(service.name() + ": " + not.why());
      }
    }
    if (quotes.isEmpty()) {
      return new RateAnswer.NoRates(
          carrier.name()
              + ": "
              + (reasons.isEmpty() ? "has no services" : String.join("; ", reasons)));
    }
    quotes.sort(CHEAPEST_FIRST);
    return new RateAnswer.Rates(quotes);
  }

  @Override
  public LabelAnswer buy(Carrier carrier, LabelRequest request) {
    Optional<Service> service =
        carrier.services().stream().filter(each -> each.id().equals(request.service())).findFirst();
    if (service.isEmpty()) {
      return new LabelAnswer.Refused(carrier.name() + " has no service " + request.service());
    }
    RateRequest again =
        new RateRequest(
            request.from(), request.to(), List.of(request.parcel()), request.shipDate());
    return switch (pricing.price(carrier, service.get(), again)) {
      case Pricing.Outcome.Priced priced -> labelled(carrier, request, priced);
      case Pricing.Outcome.NotServed not ->
          new LabelAnswer.Refused(carrier.name() + ": " + service.get().name() + ": " + not.why());
    };
  }

  private LabelAnswer labelled(
      Carrier carrier, LabelRequest request, Pricing.Outcome.Priced priced) {
    Money price = priced.quote().total();
    Money quoted = request.quoted();
    if (!price.currency().equals(quoted.currency()) || price.compareTo(quoted) > 0) {
      return new LabelAnswer.PriceChanged(price);
    }
    String trackingNumber = TrackingNumbers.of(carrier, request.reference());
    LabelFiles files =
        documents.label(
            RateCardLabel.content(carrier, request, priced.quote(), priced.zone(), trackingNumber));
    return new LabelAnswer.Bought(trackingNumber, trackingNumber, price, files);
  }

  /** The label of the reference, made again; not bought where it would be refused by now. */
  @Override
  public FindAnswer find(Carrier carrier, LabelRequest request) {
    return switch (buy(carrier, request)) {
      case LabelAnswer.Bought bought -> new FindAnswer.Found(bought);
      case LabelAnswer.Refused refused -> new FindAnswer.NotBought();
      case LabelAnswer.PriceChanged changed -> new FindAnswer.NotBought();
      case LabelAnswer.NoFunds none -> new FindAnswer.NotBought();
      case LabelAnswer.Unprintable label -> new FindAnswer.FoundUnprintable(label);
    };
  }

  @Override
  public VoidAnswer voidLabel(Carrier carrier, String labelId) {
    return new VoidAnswer.Voided();
  }

  @Override
  public Set<Capability> can() {
    return Set.of(Capability.VERIFY_ADDRESS, Capability.FIND_BY_REFERENCE, Capability.VOID);
  }

  /**
   * Good where its card serves the postcode; it knows no streets. It never says bad: not every
   * postcode is on the map, military ones and those of post-office boxes are not.
   */
  @Override
  public AddressAnswer verify(Carrier carrier, Address address) {
    if (carrier.services().stream().noneMatch(service -> serves(service, address))) {
      return new AddressAnswer.CouldNotAsk(carrier.name() + " does not go to that country");
    }
    return places.place(address.country(), address.postcode()).isPresent()
        ? new AddressAnswer.Good()
        : new AddressAnswer.CouldNotAsk("that postcode is not on the map");
  }

  private static boolean serves(Service service, Address to) {
    return service.countries().contains(to.country())
        || (Destinations.zipCoded(to) && service.countries().contains("US"));
  }
}
