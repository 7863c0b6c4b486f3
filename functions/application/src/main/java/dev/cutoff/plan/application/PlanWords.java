package dev.cutoff.plan.application;

import dev.cutoff.exception.PricedOption;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans, times and prices in the words of the exception queue. */
final class PlanWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  private final Merchant merchant;
  private final Instant now;

  PlanWords(Merchant merchant, Instant now) {
    this.merchant = merchant;
    this.now = now;
  }

  /** "16:40 New York", with the day where it is not today there. */
  String at(Instant instant, Optional<Node> node) {
    ZoneId zone = node.map(Node::zone).orElse(ZoneOffset.UTC);
    ZonedDateTime there = instant.atZone(zone);
    String id = zone.getId();
    String city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    String day =
        there.toLocalDate().equals(now.atZone(zone).toLocalDate())
            ? ""
            : " on " + day(there.toLocalDate());
    return TIME.format(there) + " " + city + day;
  }

  /** "Fri 27 Nov". */
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** "two-day (ups 2nd-day)". */
  String service(String carrier, String service) {
    String name =
        Optional.ofNullable(merchant.carriers().get(carrier)).map(Carrier::services).stream()
            .flatMap(java.util.Collection::stream)
            .filter(each -> each.id().equals(service))
            .map(Carrier.Service::name)
            .findFirst()
            .orElse(service);
    return "%s (%s %s)".formatted(name, carrier, service);
  }

  /** Service and node of each leg. */
  String how(Plan plan) {
    return plan.legs().stream()
        .map(leg -> service(leg.carrier(), leg.service()) + " from " + leg.node())
        .collect(Collectors.joining(" and "));
  }

  /** "$3.12". */
  static String price(Money money) {
    Currency currency = Currency.getInstance(money.currency());
    String number = money.display().substring(money.currency().length() + 1);
    String symbol = currency.getSymbol(Locale.US);
    return symbol.equals(money.currency()) ? money.display() : symbol + number;
  }

  /** "+$3.12", "-$0.40". */
  static String signed(Money money) {
    return money.isNegative()
        ? "-" + price(Money.of(-money.amount(), money.currency()))
        : "+" + price(money);
  }

  /** The last moment at which work for all of it may begin. */
  static Instant releaseBy(Plan plan) {
    return plan.legs().stream()
        .map(leg -> leg.day().releaseBy())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * As data.
   *
   * @param arrives the day by which it arrives
   */
  static PricedOption.Sending sending(Plan plan, LocalDate arrives) {
    return new PricedOption.Sending(
        plan.legs().stream()
            .map(leg -> new PricedOption.Leg(leg.node().value(), leg.carrier(), leg.service()))
            .toList(),
        arrives,
        plan.chance(),
        plan.cost(),
        plan.provisional());
  }
}
