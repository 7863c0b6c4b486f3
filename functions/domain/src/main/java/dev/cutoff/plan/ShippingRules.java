package dev.cutoff.plan;

import dev.cutoff.customs.Declaring;
import dev.cutoff.geo.Address;
import dev.cutoff.geo.Borders;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.CarrierLimits;
import dev.cutoff.merchant.Goods;
import dev.cutoff.merchant.Item;
import dev.cutoff.rate.Destinations;
import dev.cutoff.rate.ExtraPrices;
import dev.cutoff.shipment.ParcelExtras.Signature;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What mustn't or can't go with a service, before anybody looks at prices. The list is the policy:
 * the first rule that says no decides.
 */
public final class ShippingRules {
  /** As people write them, in the languages of the countries that have them. */
  private static final Pattern POST_BOX =
      Pattern.compile(
          "\\b(p\\s*\\.?\\s*o\\s*\\.?\\s*box\\b|post\\s*office\\s*box\\b|postfach|packstation|"
              + "apartado(\\s+postal)?|casella\\s+postale|bo[iî]te\\s+postale|b\\.?\\s?p\\.?\\s+\\d)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final List<Rule> RULES =
      List.of(
          ShippingRules::isBanned,
          ShippingRules::lacksData,
          ShippingRules::lacksCustomsData,
          ShippingRules::isHazard,
          ShippingRules::mustNotFly,
          ShippingRules::mustBeCold,
          ShippingRules::wantsAnAdult,
          ShippingRules::wantsASignature,
          ShippingRules::wantsInsurance,
          ShippingRules::isPostBox,
          ShippingRules::isMilitary,
          ShippingRules::isOutOfBounds,
          ShippingRules::isOfAnotherKind,
          ShippingRules::isOutOfWeight);

  private ShippingRules() {}

  /** What a rule looks at. */
  private record Case(
      Carrier carrier, Service service, Address from, Address to, Consignment what, long grams) {}

  /** One line of the policy. */
  private interface Rule {
    Optional<String> refuses(Case of);
  }

  /**
   * Why the service is not for these goods, in words that stand behind its name; empty where it is.
   *
   * @param grams of all of it, without boxes
   */
  public static Optional<String> refuses(
      Carrier carrier, Service service, Address from, Address to, Consignment what, long grams) {
    Case of = new Case(carrier, service, from, to, what, grams);
    return RULES.stream().flatMap(rule -> rule.refuses(of).stream()).findFirst();
  }

  /** Whether the address is a box at a post office. */
  public static boolean isPostBox(Address to) {
    return POST_BOX.matcher(to.street1() + "\n" + to.street2()).find();
  }

  private static Optional<String> isBanned(Case of) {
    return first(
        of,
        goods -> goods.bannedIn().stream().anyMatch(place -> covers(place, of.to())),
        "must not go to " + place(of.to()));
  }

  /** Who does not know what it is, does not know who may carry it. */
  private static Optional<String> lacksData(Case of) {
    return first(
        of,
        goods -> (goods.hazard() != null || goods.limitedQuantity()) && goods.unNumber() == null,
        "is dangerous goods and has no UN number: add unNumber to its goods in the merchant file");
  }

  /** Another node may send it from within the country. */
  private static Optional<String> lacksCustomsData(Case of) {
    if (!Borders.crossed(of.from(), of.to())) {
      return Optional.empty();
    }
    return of.what().items().stream()
        .filter(item -> !Declaring.lacking(item).isEmpty())
        .findFirst()
        .map(item ->
            "%s goes abroad from %s and has no %s"
                .formatted(
                    item.sku(),
                    of.from().country(),
                    String.join(" and no ", Declaring.lacking(item))));
  }

  private static Optional<String> isHazard(Case of) {
    return first(
        of,
        goods -> goods.hazard() != null && !of.service().terms().accepts().contains(goods.hazard()),
        "is dangerous goods that this service does not accept");
  }

  private static Optional<String> mustNotFly(Case of) {
    return first(
        of,
        goods -> goods.groundOnly() && !of.service().terms().ground(),
        "must not fly, and this service may");
  }

  private static Optional<String> mustBeCold(Case of) {
    return first(
        of,
        goods -> goods.cold() && !of.service().terms().cold(),
        "must be kept cold, and this service does not");
  }

  private static Optional<String> wantsAnAdult(Case of) {
    return first(
        of,
        goods -> goods.adultSignature() && of.service().terms().adultSignature() == null,
        "is handed to adults only, and this service takes no adult's signature");
  }

  /** Goods that only adults may have are spoken of above, by their SKU. */
  private static Optional<String> wantsASignature(Case of) {
    return of.what().extras().signature() == Signature.ANYBODY
            && ExtraPrices.signature(of.service().terms(), Signature.ANYBODY) == null
        ? Optional.of("takes no signature, and " + of.what().value().display() + " wants one")
        : Optional.empty();
  }

  private static Optional<String> wantsInsurance(Case of) {
    return of.what().extras().insured() && of.service().terms().insurance() == null
        ? Optional.of("insures nothing, and " + of.what().value().display() + " is to be insured")
        : Optional.empty();
  }

  private static Optional<String> isPostBox(Case of) {
    return isPostBox(of.to()) && !of.service().terms().postBoxes()
        ? Optional.of("does not deliver to post office boxes")
        : Optional.empty();
  }

  private static Optional<String> isMilitary(Case of) {
    return Destinations.military(of.to()) && !of.service().terms().military()
        ? Optional.of("does not deliver to APO, FPO and DPO")
        : Optional.empty();
  }

  private static Optional<String> isOutOfBounds(Case of) {
    CarrierLimits limits = of.carrier().limits();
    boolean out =
        limits.notTo().stream().anyMatch(place -> covers(place, of.to()))
            || (!limits.onlyTo().isEmpty()
                && limits.onlyTo().stream().noneMatch(place -> covers(place, of.to())));
    return out ? Optional.of("is not used for " + place(of.to())) : Optional.empty();
  }

  private static Optional<String> isOfAnotherKind(Case of) {
    CarrierLimits limits = of.carrier().limits();
    return first(
        of,
        goods ->
            goods.tags().stream().anyMatch(limits.notTags()::contains)
                || (!limits.onlyTags().isEmpty()
                    && goods.tags().stream().noneMatch(limits.onlyTags()::contains)),
        "does not go with this carrier, by its tags");
  }

  private static Optional<String> isOutOfWeight(Case of) {
    CarrierLimits limits = of.carrier().limits();
    Long most = limits.mostGrams();
    if (of.grams() < limits.leastGrams()) {
      return Optional.of("is not used below " + limits.leastGrams() + " g");
    }
    return most != null && of.grams() > most
        ? Optional.of("is not used above " + most + " g")
        : Optional.empty();
  }

  private static Optional<String> first(
      Case of, java.util.function.Predicate<Goods> offends, String why) {
    return of.what().items().stream()
        .filter(item -> offends.test(item.goods()))
        .map(Item::sku)
        .findFirst()
        .map(sku -> sku + " " + why);
  }

  /** A country, "DE", or a region of one, "US-AK". */
  private static boolean covers(String place, Address to) {
    return place.equalsIgnoreCase(to.country()) || place.equalsIgnoreCase(place(to));
  }

  private static String place(Address to) {
    return to.region().isBlank() ? to.country() : to.country() + "-" + to.region();
  }
}
