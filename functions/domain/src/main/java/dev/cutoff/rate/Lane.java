package dev.cutoff.rate;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.RateCard;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Carrier.Surcharge;
import dev.cutoff.merchant.Carrier.Zone;
import dev.cutoff.merchant.Node;
import dev.cutoff.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service from a node to an address, handed over on a day, by the card in force on it.
 *
 * @param zone of the card, with its transit days
 */
public record Lane(Carrier carrier, Service service, Zone zone, Tariff tariff) {
  /** The lane, or why there is none. */
  public sealed interface Outcome {
    record Served(Lane lane) implements Outcome {}

    /** In words that stand behind the name of the service: "does not deliver to DE". */
    record NotServed(String why) implements Outcome {}
  }

  /**
   * Finds it.
   *
   * @param handOver day in the node's zone
   */
  public static Outcome of(
      Carrier carrier, Service service, Node from, Address to, LocalDate handOver, Places places) {
    Optional<String> country = Destinations.servedAs(to, service.countries());
    if (country.isEmpty()) {
      return notServed(
          to.country().isEmpty()
              ? "needs the recipient's country"
              : "does not deliver to " + to.country());
    }
    Optional<RateCard> card = inForce(service, handOver);
    if (card.isEmpty()) {
      return notServed("has no rate card for " + handOver);
    }
    return switch (new Zoning(places).zone(card.get(), from.address(), to, country.get())) {
      case Zoning.Outcome.NoZone none -> notServed(none.why());
      case Zoning.Outcome.InZone in -> {
        List<Surcharge> surcharges = Surcharges.inForce(card.get(), handOver);
        String currency = from.handlingCost().currency();
        yield foreignCurrency(in.zone(), surcharges, currency)
            .map(foreign -> notServed("is priced in " + foreign + ", not in " + currency))
            .orElseGet(() ->
                new Outcome.Served(
                    new Lane(
                        carrier,
                        service,
                        in.zone(),
                        new Tariff(service, in.zone(), surcharges, to))));
      }
    };
  }

  /** The card of the day; where two overlap, the one that came into force later. */
  private static Optional<RateCard> inForce(Service service, LocalDate handOver) {
    return service.cards().stream()
        .filter(card -> Surcharges.within(handOver, card.from(), card.until()))
        .max(Comparator.comparing(RateCard::from));
  }

  private static Optional<String> foreignCurrency(
      Zone zone, List<Surcharge> surcharges, String currency) {
    Stream<Money> fixed = surcharges.stream().flatMap(each -> Stream.ofNullable(each.fixed()));
    return Stream.concat(zone.prices().values().stream(), fixed)
        .map(Money::currency)
        .filter(other -> !other.equals(currency))
        .findFirst();
  }

  private static Outcome notServed(String why) {
    return new Outcome.NotServed(why);
  }
}
