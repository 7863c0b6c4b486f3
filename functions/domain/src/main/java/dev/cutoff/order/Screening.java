package dev.cutoff.order;

import dev.cutoff.customs.DeclaredValue;
import dev.cutoff.customs.Declaring;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.geo.Address;
import dev.cutoff.geo.Borders;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.money.Money;
import dev.cutoff.stock.Sku;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an order must be before units are held for it. The list of rules is the policy: the first
 * one that is broken puts the order on hold.
 */
public final class Screening {
  /** More of one line is a slip of the finger, or an attack. */
  private static final long MOST_UNITS = 100_000;

  /** A rule: what is wrong with the order, if anything. */
  @FunctionalInterface
  private interface Rule {
    Optional<Refusal> broken(OrderDocument order, Merchant shop, List<String> addressDefects);
  }

  private static final List<Rule> RULES =
      List.of(
          // First: a quantity beyond all measure makes the amounts unreadable, too.
          Screening::quantitiesMakeSense,
          Screening::readable,
          Screening::currencyIsTheShops,
          Screening::totalsAddUp,
          Screening::skusAreKnown,
          Screening::weightsAreKnown,
          Screening::addressIsComplete,
          Screening::customsDataIsThere,
          Screening::customsValueIsKnown);

  private Screening() {}

  /**
   * Screens an order.
   *
   * @param addressDefects what the ship-to address lacks; not asked of orders that need no address
   */
  public static Optional<Refusal> screen(
      OrderDocument order, Merchant shop, List<String> addressDefects) {
    return RULES.stream()
        .map(rule -> rule.broken(order, shop, addressDefects))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Whether a carrier has to find the customer. */
  public static boolean needsAddress(OrderDocument order) {
    return !order.physicalLines().isEmpty()
        && order.shippingMethod().kind() != ShippingMethod.Kind.PICKUP;
  }

  private static Optional<Refusal> readable(OrderDocument order, Merchant shop, List<String> a) {
    if (order.defects().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.of(
            Reason.UNREADABLE_ORDER,
            "The store sent something that can't be read: "
                + String.join("; ", order.defects())
                + ". Correct it in the store, or cancel."));
  }

  private static Optional<Refusal> currencyIsTheShops(
      OrderDocument order, Merchant shop, List<String> a) {
    if (order.currency().equals(shop.currency())) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.of(
            Reason.FOREIGN_CURRENCY,
            "The order is in %s and the shop sells in %s. Ask the customer to order in %s, or cancel."
                .formatted(order.currency(), shop.currency(), shop.currency()),
            Map.of("currency", order.currency())));
  }

  private static Optional<Refusal> quantitiesMakeSense(
      OrderDocument order, Merchant shop, List<String> a) {
    return order.lines().stream()
        .filter(line -> line.quantity() < 1 || line.quantity() > MOST_UNITS)
        .findFirst()
        .map(line ->
            Refusal.of(
                Reason.BAD_QUANTITY,
                "Line %s orders %d units; 1 to %d are possible. Correct it in the store, or cancel."
                    .formatted(line.lineId(), line.quantity(), MOST_UNITS),
                Map.of("line", line.lineId(), "quantity", "" + line.quantity())));
  }

  private static Optional<Refusal> totalsAddUp(OrderDocument order, Merchant shop, List<String> a) {
    try {
      return sumsAddUp(order);
    } catch (ArithmeticException | IllegalArgumentException beyondMoney) {
      return Optional.of(
          Refusal.of(
              Reason.TOTALS_DO_NOT_ADD_UP,
              "The totals don't add up: the amounts are beyond any sum of money, or in several"
                  + " currencies. Compare with the store, then retry or cancel."));
    }
  }

  /** One minor unit a line is rounding; more is somebody's mistake, or fraud. */
  private static Optional<Refusal> sumsAddUp(OrderDocument order) {
    Totals totals = order.totals();
    Money lines =
        order.lines().stream()
            .map(line -> line.unitPrice().times(line.quantity()))
            .reduce(Money.zero(order.currency()), Money::plus);
    Money sum =
        totals
            .merchandise()
            .minus(totals.discounts())
            .plus(totals.shipping())
            .plus(totals.tax())
            .plus(totals.fees());
    long tolerance = Math.max(1, order.lines().size());
    boolean addsUp =
        Math.abs(sum.minus(totals.total()).amount()) <= tolerance
            && Math.abs(lines.minus(totals.merchandise()).amount()) <= tolerance;
    if (addsUp) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.of(
            Reason.TOTALS_DO_NOT_ADD_UP,
            ("The totals don't add up: lines make %s, with discounts, shipping, tax and fees %s, and"
                    + " the store says %s. Compare with the store, then retry or cancel.")
                .formatted(lines.display(), sum.display(), totals.total().display())));
  }

  private static Optional<Refusal> skusAreKnown(
      OrderDocument order, Merchant shop, List<String> a) {
    return order.physicalLines().stream()
        .filter(line -> !known(line.sku(), shop))
        .findFirst()
        .map(line ->
            Refusal.of(
                Reason.UNKNOWN_SKU,
                "Line %s has the SKU '%s', which the merchant file doesn't know. Add it there, then retry."
                    .formatted(line.lineId(), line.sku()),
                Map.of("line", line.lineId(), "sku", line.sku())));
  }

  private static Optional<Refusal> weightsAreKnown(
      OrderDocument order, Merchant shop, List<String> a) {
    return order.physicalLines().stream()
        .filter(line -> line.grams() == null || line.grams() <= 0)
        .flatMap(line -> items(line, shop))
        .filter(item -> weightless(item))
        .findFirst()
        .map(item ->
            Refusal.of(
                Reason.NO_WEIGHT,
                "Nobody weighed %s: no carrier can price it. Put its weight into the merchant file, then retry."
                    .formatted(item.sku()),
                Map.of("sku", item.sku().value())));
  }

  private static Optional<Refusal> addressIsComplete(
      OrderDocument order, Merchant shop, List<String> addressDefects) {
    if (!needsAddress(order) || addressDefects.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.of(
            Reason.ADDRESS_INCOMPLETE,
            "The ship-to address can't be used: %s. Correct the address, or cancel."
                .formatted(String.join("; ", addressDefects))));
  }

  /** Asked for when the order lands, never padded when the label fails. */
  private static Optional<Refusal> customsDataIsThere(
      OrderDocument order, Merchant shop, List<String> a) {
    if (!crossesABorder(order, shop)) {
      return Optional.empty();
    }
    return order.physicalLines().stream()
        .flatMap(line -> items(line, shop))
        .filter(item -> !Declaring.lacking(item).isEmpty())
        .findFirst()
        .map(item ->
            Refusal.of(
                Reason.CUSTOMS_DATA_MISSING,
                "%s goes abroad and has no %s. Put it into the merchant file, then retry."
                    .formatted(item.sku(), String.join(" and no ", Declaring.lacking(item))),
                Map.of("sku", item.sku().value())));
  }

  /** A gift has a value, too: customs send back what is declared as worth nothing. */
  private static Optional<Refusal> customsValueIsKnown(
      OrderDocument order, Merchant shop, List<String> a) {
    if (!crossesABorder(order, shop)) {
      return Optional.empty();
    }
    return order.physicalLines().stream()
        .filter(line -> DeclaredValue.of(line, Declaring.perUnit(line, shop)).isZero())
        .findFirst()
        .map(line ->
            Refusal.of(
                Reason.CUSTOMS_DATA_MISSING,
                ("%s goes abroad, costs nothing, and nobody knows its value: what shall customs be"
                        + " told? Put its value into the merchant file, then retry.")
                    .formatted(line.sku()),
                Map.of("line", line.lineId(), "sku", line.sku())));
  }

  /** From wherever it is sent; where one node is at home, it may be sent from there. */
  private static boolean crossesABorder(OrderDocument order, Merchant shop) {
    Address to = order.shipTo();
    return needsAddress(order)
        && to != null
        && shop.nodes().values().stream().allMatch(node -> Borders.crossed(node.address(), to));
  }

  private static boolean weightless(Item item) {
    Long grams = item.weightGrams();
    return grams == null || grams <= 0;
  }

  private static boolean known(String sku, Merchant shop) {
    return Sku.read(sku)
        .filter(it -> shop.item(it).isPresent() || shop.kit(it).isPresent())
        .isPresent();
  }

  private static Stream<Item> items(OrderLine line, Merchant shop) {
    if (!known(line.sku(), shop)) {
      return Stream.of();
    }
    Sku sku = new Sku(line.sku());
    Optional<Kit> kit = shop.kit(sku);
    return kit.isPresent()
        ? kit.get().components().keySet().stream().flatMap(part -> shop.item(part).stream())
        : shop.item(sku).stream();
  }
}
