package dev.cutoff.adapter.carrier.ratecard;

import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.document.application.LabelContent;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Zone;
import dev.cutoff.merchant.Node;
import dev.cutoff.plan.Quote;
import dev.cutoff.rate.Destinations;
import java.util.List;
import java.util.stream.Stream;

/** What the label of a rate-card carrier says. */
final class RateCardLabel {
  private RateCardLabel() {}

  static LabelContent content(
      Carrier carrier, LabelRequest request, Quote quote, Zone zone, String trackingNumber) {
    Address to = request.to();
    return new LabelContent(
        carrier.name(),
        quote.serviceName(),
        trackingNumber,
        sender(request.from()),
        to.lines(),
        to.postcode().isBlank() ? null : to.postcode(),
        to.country(),
        quote.shipDate(),
        Math.toIntExact(Math.max(1, request.parcel().grams())),
        request.number(),
        request.count(),
        request.orderId().value(),
        request.shipmentId().value(),
        "ZONE " + zone.id() + " · " + sortedBy(to),
        zone.id(),
        null,
        notices(request),
        request.test());
  }

  /** What the driver does at the door; what it is insured for is nobody's business there. */
  private static List<String> notices(LabelRequest request) {
    return switch (request.parcel().extras().signature()) {
      case NONE -> List.of();
      case ANYBODY -> List.of("SIGNATURE REQUIRED");
      case ADULT -> List.of("ADULT SIGNATURE REQUIRED");
    };
  }

  private static List<String> sender(Node node) {
    Address address = node.address();
    boolean anonymous = address.name().isBlank() && address.company().isBlank();
    return anonymous
        ? Stream.concat(Stream.of(node.name()), address.lines().stream()).toList()
        : address.lines();
  }

  /** The sorting centre: the first three digits of a ZIP code, elsewhere the country. */
  private static String sortedBy(Address to) {
    return to.postcode().matches("\\d{5}(-\\d{4})?") && Destinations.zipCoded(to)
        ? to.postcode().substring(0, 3)
        : to.country();
  }
}
