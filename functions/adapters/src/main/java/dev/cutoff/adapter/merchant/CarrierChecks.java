package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.RateCard;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Carrier.Surcharge;
import dev.cutoff.merchant.Carrier.Zone;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rate cards: no day, no weight and no country between two chairs. */
final class CarrierChecks {
  private final Set<String> homes;
  private final List<Mistake> mistakes;

  private CarrierChecks(Set<String> homes, List<Mistake> mistakes) {
    this.homes = homes;
    this.mistakes = mistakes;
  }

  static void check(Draft draft, List<Mistake> mistakes) {
    Set<String> homes =
        draft.nodes().stream()
            .map(node -> node.value().address().country())
            .collect(Collectors.toSet());
    CarrierChecks checks = new CarrierChecks(homes, mistakes);
    ShopChecks.unique(draft.carriers(), Carrier::id, "id", "carrier", mistakes);
    for (Located<Carrier> carrier : draft.carriers()) {
      List<Located<Service>> services =
          located(carrier.where(), "services", carrier.value().services());
      checks.atLeastOne(services, carrier.where().field("services"), "service");
      ShopChecks.unique(services, Service::id, "id", "service of this carrier", mistakes);
      services.forEach(checks::service);
    }
  }

  private void service(Located<Service> service) {
    List<Located<RateCard>> cards = located(service.where(), "cards", service.value().cards());
    atLeastOne(cards, service.where().field("cards"), "rate card");
    for (int i = 0; i < cards.size(); i++) {
      datesFollow(cards, i);
      card(service.value(), cards.get(i));
    }
  }

  private void datesFollow(List<Located<RateCard>> cards, int index) {
    RateCard card = cards.get(index).value();
    LocalDate until = card.until();
    if (until != null && until.isBefore(card.from())) {
      mistake(cards.get(index).where().field("until"), "is before from: swap or correct them");
    }
    if (index == 0) {
      return;
    }
    LocalDate before = cards.get(index - 1).value().until();
    Where from = cards.get(index).where().field("from");
    if (before == null) {
      mistake(
          cards.get(index - 1).where().field("until"),
          "is missing: the next card begins on " + card.from() + ", so this one must end before");
    } else if (!card.from().isAfter(before)) {
      mistake(from, "overlaps the card before, which ends on " + before + ": cards follow by date");
    } else if (!card.from().equals(before.plusDays(1))) {
      mistake(
          from,
          "leaves days without prices: the card before ends on "
              + before
              + ", so begin on "
              + before.plusDays(1));
    }
  }

  private void card(Service service, Located<RateCard> card) {
    List<Located<Zone>> zones = located(card.where(), "zones", card.value().zones());
    atLeastOne(zones, card.where().field("zones"), "zone");
    ShopChecks.unique(zones, Zone::id, "id", "zone of this card", mistakes);
    distancesAscend(zones);
    countriesAreCovered(service, card, zones);
    for (Located<Zone> zone : zones) {
      pricesReachTheHeaviest(service, card, zone.value());
    }
    for (Located<Surcharge> surcharge :
        located(card.where(), "surcharges", card.value().surcharges())) {
      LocalDate from = surcharge.value().from();
      LocalDate until = surcharge.value().until();
      if (from != null && until != null && until.isBefore(from)) {
        mistake(surcharge.where().field("until"), "is before from: swap or correct them");
      }
    }
  }

  private void distancesAscend(List<Located<Zone>> zones) {
    double before = 0;
    for (Located<Zone> zone : zones) {
      if (!zone.value().countries().isEmpty()) {
        continue;
      }
      if (zone.value().upToKm() <= before) {
        mistake(
            zone.where().field("upToKm"),
            "must be further than the zone before it, which reaches " + before + " km");
      }
      before = zone.value().upToKm();
    }
  }

  private void countriesAreCovered(
      Service service, Located<RateCard> card, List<Located<Zone>> zones) {
    Set<String> named = new HashSet<>();
    boolean byDistance = false;
    for (Located<Zone> zone : zones) {
      byDistance |= zone.value().countries().isEmpty();
      for (String country : zone.value().countries()) {
        if (!service.countries().contains(country)) {
          mistake(
              zone.where().field("countries"),
              country + " is not among the service's countries: add it there or remove it here");
        }
        if (!named.add(country)) {
          mistake(zone.where().field("countries"), country + " is in two zones: remove one");
        }
      }
    }
    Set<String> without = new TreeSet<>(service.countries());
    without.removeAll(named);
    if (byDistance) {
      without.removeAll(homes);
    }
    for (String country : without) {
      mistake(
          card.where().field("zones"),
          "have no prices for " + country + ": add a zone for it or take it off the service");
    }
  }

  private void pricesReachTheHeaviest(Service service, Located<RateCard> card, Zone zone) {
    if (zone.prices().isEmpty() || zone.prices().lastKey() < service.maxGrams()) {
      mistake(
          card.where().field("weightsGrams"),
          "must reach maxGrams of the service, " + service.maxGrams() + " g");
    }
  }

  private void atLeastOne(List<?> all, Where where, String what) {
    if (all.isEmpty()) {
      mistake(where, "must have at least one " + what);
    }
  }

  private void mistake(Where where, String message) {
    mistakes.add(new Mistake(where, message));
  }

  private static <T> List<Located<T>> located(Where parent, String field, List<T> values) {
    Function<Integer, Where> where = parent.field(field)::element;
    return IntStream.range(0, values.size())
        .mapToObj(i -> new Located<>(where.apply(i), values.get(i)))
        .toList();
  }
}
