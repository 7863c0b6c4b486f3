package dev.cutoff.customs;

import dev.cutoff.geo.Address;
import dev.cutoff.geo.Borders;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderLine;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Declares what crosses a border. */
public final class Declaring {
  private final OrderDocument order;
  private final Merchant shop;

  public Declaring(OrderDocument order, Merchant shop) {
    this.order = order;
    this.shop = shop;
  }

  /**
   * What customs are told of a parcel; empty where it meets none.
   *
   * @param shipment all that goes with it: by its value tax ids hold or don't
   */
  public Optional<Declaration> of(
      List<ShipmentLine> parcel, List<ShipmentLine> shipment, Address from, Address to) {
    if (!Borders.crossed(from, to)) {
      return Optional.empty();
    }
    Money value =
        items(shipment).stream()
            .map(Declaration.Item::value)
            .reduce(Money.zero(order.currency()), Money::plus);
    CustomsRules.Destination rule =
        shop.rules()
            .customs()
            .of(to)
            .orElse(new CustomsRules.Destination(java.util.Set.of(), Incoterm.DAP, List.of()));
    return Optional.of(
        new Declaration(
            rule.incoterm(),
            rule.taxIds().stream().filter(each -> each.holdsFor(value)).toList(),
            items(parcel)));
  }

  /** What of an item customs would ask for and nobody filled in: "HS code", "country of origin". */
  public static List<String> lacking(Item item) {
    return Stream.of(
            item.hsCode() == null ? "HS code" : "",
            item.originCountry() == null ? "country of origin" : "",
            item.customsDescription().isBlank() ? "customs description" : "")
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** The items of one unit of a line; empty where nobody knows its SKU. */
  public static Map<Item, Long> perUnit(OrderLine line, Merchant shop) {
    Map<Item, Long> items = new LinkedHashMap<>();
    Optional<Sku> sku = Sku.read(line.sku());
    Optional<Kit> kit = sku.flatMap(shop::kit);
    kit.ifPresentOrElse(
        it ->
            it.components()
                .forEach(
                    (part, units) -> shop.item(part).ifPresent(item -> items.put(item, units))),
        () -> sku.flatMap(shop::item).ifPresent(item -> items.put(item, 1L)));
    return items;
  }

  /** Screening asks for codes when the order lands; who ships without them has none to tell. */
  private static Declaration.Item item(Item item, long quantity, Money value) {
    Long grams = item.weightGrams();
    return new Declaration.Item(
        item.sku(),
        item.customsDescription(),
        quantity,
        value,
        grams == null ? 0 : Math.multiplyExact(grams, quantity),
        Objects.requireNonNullElse(item.hsCode(), ""),
        Objects.requireNonNullElse(item.originCountry(), ""));
  }

  private List<Declaration.Item> items(List<ShipmentLine> lines) {
    List<Declaration.Item> items = new ArrayList<>();
    for (ShipmentLine some : lines) {
      OrderLine line =
          order.lines().stream()
              .filter(each -> each.lineId().equals(some.lineId()))
              .findFirst()
              .orElseThrow();
      Map<Item, Long> perUnit = perUnit(line, shop);
      Map<Sku, Money> values = DeclaredValue.of(line, perUnit, some.quantity());
      perUnit.forEach((item, units) ->
          items.add(
              item(item, units * some.quantity(), Objects.requireNonNull(values.get(item.sku())))));
    }
    return items;
  }
}
