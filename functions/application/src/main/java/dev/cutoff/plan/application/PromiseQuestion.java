package dev.cutoff.plan.application;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.money.Money;
import dev.cutoff.order.Customer;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.Payment;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.Totals;
import dev.cutoff.stock.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When would it be there: asked before there is an order.
 *
 * @param units by SKU
 * @param region state or province; empty where nobody said
 * @param method a shipping method of the store; empty for the shop's rule
 */
public record PromiseQuestion(
    StoreId storeId,
    Map<Sku, Long> units,
    String country,
    String region,
    String postcode,
    String method) {
  public PromiseQuestion {
    units = java.util.Collections.unmodifiableMap(new TreeMap<>(units));
  }

  /** As far as it is known: neither a person nor a street. */
  Address to() {
    return Address.of(null, null, null, null, null, region, postcode, country, null);
  }

  /** The order that this would be, placed now; it is planned like any other and never kept. */
  Order asOrder(Store store, ShippingMethod bought, Merchant merchant, Instant now) {
    List<OrderLine> lines = new ArrayList<>();
    Money none = Money.zero(merchant.currency());
    Money worth = none;
    for (Map.Entry<Sku, Long> each : units.entrySet()) {
      Money value = value(each.getKey(), merchant);
      worth = worth.plus(value.times(each.getValue()));
      lines.add(
          new OrderLine(
              String.valueOf(lines.size() + 1),
              each.getKey().value(),
              each.getKey().value(),
              each.getValue(),
              0,
              value,
              none,
              none,
              merchant.item(each.getKey()).map(item -> item.requiresShipping()).orElse(true),
              null,
              List.of()));
    }
    OrderDocument document =
        new OrderDocument(
            storeId,
            store.channel(),
            "",
            "",
            now,
            now,
            merchant.currency(),
            lines,
            new Customer("", "", "", ""),
            to(),
            null,
            bought,
            new Payment(Payment.Status.PAID, ""),
            new Totals(worth, none, none, none, none, worth),
            "",
            "",
            List.of(),
            List.of(),
            false,
            null);
    return Order.received(OrderId.of(store.orderPrefix(), ""), document, now, "");
  }

  /** What the merchant file says it is worth; nothing where that is another currency. */
  private static Money value(Sku sku, Merchant merchant) {
    Optional<Kit> kit = merchant.kit(sku);
    return (kit.isPresent() ? kit.get().components() : Map.of(sku, 1L))
        .entrySet().stream()
            .map(part ->
                merchant
                    .item(part.getKey())
                    .map(item -> item.value())
                    .filter(value -> value.currency().equals(merchant.currency()))
                    .map(value -> value.times(part.getValue()))
                    .orElse(Money.zero(merchant.currency())))
            .reduce(Money.zero(merchant.currency()), Money::plus);
  }
}
