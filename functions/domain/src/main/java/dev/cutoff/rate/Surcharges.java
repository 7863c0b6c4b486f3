package dev.cutoff.rate;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier.RateCard;
import dev.cutoff.merchant.Carrier.Surcharge;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes on top of the base price of a parcel. */
final class Surcharges {
  static final int OVERSIZE_FROM_MM = 1000;

  private Surcharges() {}

  static List<Surcharge> inForce(RateCard card, LocalDate shipDate) {
    return card.surcharges().stream()
        .filter(surcharge -> within(shipDate, surcharge.from(), surcharge.until()))
        .toList();
  }

  static boolean within(LocalDate day, @Nullable LocalDate from, @Nullable LocalDate until) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }

  /** Those that this parcel pays, in the order of the card. */
  static List<Component> of(List<Surcharge> surcharges, Size size, Address to, Money base) {
    return surcharges.stream()
        .filter(surcharge -> applies(surcharge, size, to))
        .map(surcharge -> new Component(name(surcharge), amount(surcharge, base)))
        .toList();
  }

  static boolean applies(Surcharge surcharge, Size size, Address to) {
    return switch (surcharge.applies()) {
      case ALWAYS -> true;
      case RESIDENTIAL -> to.company().isBlank();
      case REMOTE -> Destinations.remote(to);
      case OVERSIZE -> size.longestMm() > OVERSIZE_FROM_MM;
    };
  }

  static Money amount(Surcharge surcharge, Money base) {
    Money share = base.basisPoints(surcharge.basisPoints());
    Money fixed = surcharge.fixed();
    return fixed == null ? share : share.plus(fixed);
  }

  /** "fuel 7.5 %", as a person would write it. */
  private static String name(Surcharge surcharge) {
    if (surcharge.basisPoints() == 0) {
      return surcharge.name();
    }
    BigDecimal percent = BigDecimal.valueOf(surcharge.basisPoints(), 2).stripTrailingZeros();
    return surcharge.name() + " " + percent.toPlainString() + " %";
  }
}
