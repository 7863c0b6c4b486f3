package dev.cutoff.rate;

import dev.cutoff.geo.Address;
import dev.cutoff.geo.Place;
import dev.cutoff.merchant.Carrier.RateCard;
import dev.cutoff.merchant.Carrier.Zone;
import java.util.List;
import java.util.Optional;

/** Which zone of a card an address is in. */
final class Zoning {
  private final Places places;

  Zoning(Places places) {
    this.places = places;
  }

  sealed interface Outcome {
    record InZone(Zone zone) implements Outcome {}

    record NoZone(String why) implements Outcome {}
  }

  /**
   * The zone that names the country; within the sender's country also the nearest that reaches so
   * far.
   *
   * @param country as the service serves the address: US for a territory it does not list
   */
  Outcome zone(RateCard card, Address from, Address to, String country) {
    for (Zone zone : card.zones()) {
      if (zone.countries().contains(country) || zone.countries().contains(to.country())) {
        return new Outcome.InZone(zone);
      }
    }
    if (!country.equals(from.country())) {
      return new Outcome.NoZone("has no zone for " + country);
    }
    Optional<Place> start = places.place(from.country(), from.postcode());
    if (start.isEmpty()) {
      return new Outcome.NoZone("cannot tell the zone: the sender's postcode is not on the map");
    }
    Optional<Place> end =
        places.place(to.country(), to.postcode()).or(() -> places.place(country, to.postcode()));
    if (end.isEmpty()) {
      return new Outcome.NoZone("cannot tell the zone: the recipient's postcode is not on the map");
    }
    return byDistance(card.zones(), start.get().kilometresTo(end.get()));
  }

  private static Outcome byDistance(List<Zone> nearestFirst, double kilometres) {
    for (Zone zone : nearestFirst) {
      if (zone.countries().isEmpty() && kilometres <= zone.upToKm()) {
        return new Outcome.InZone(zone);
      }
    }
    return new Outcome.NoZone("has no zone for " + Math.round(kilometres) + " km");
  }
}
