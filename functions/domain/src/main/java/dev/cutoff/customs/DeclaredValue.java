package dev.cutoff.customs;

import dev.cutoff.merchant.Item;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderLine;
import dev.cutoff.stock.Sku;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What units of a line are worth to customs: what is paid for them after discounts. What is given
 * away has a value all the same: its list price, else the value of the item in the merchant file.
 */
public final class DeclaredValue {
  private DeclaredValue() {}

  /** Of the whole line; zero only where nobody knows a value. */
  public static Money of(OrderLine line, Map<Item, Long> perUnit) {
    Money gross = line.unitPrice().times(line.quantity());
    Money net = gross.minus(line.discount());
    if (net.amount() > 0) {
      return net;
    }
    if (gross.amount() > 0) {
      return gross;
    }
    Money known = Money.zero(line.unitPrice().currency());
    for (Map.Entry<Item, Long> each : perUnit.entrySet()) {
      known = known.plus(each.getKey().value().times(each.getValue() * line.quantity()));
    }
    return known;
  }

  /**
   * Of some units of the line, a kit's shared out among its components by what each is worth; one
   * minor unit at the least.
   */
  static Map<Sku, Money> of(OrderLine line, Map<Item, Long> perUnit, long units) {
    BigDecimal value = BigDecimal.valueOf(of(line, perUnit).amount());
    BigDecimal some = part(value, units, Math.max(1, line.quantity()));
    BigDecimal all =
        perUnit.entrySet().stream()
            .map(DeclaredValue::weight)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Map<Sku, Money> values = new LinkedHashMap<>();
    BigDecimal before = BigDecimal.ZERO;
    BigDecimal given = BigDecimal.ZERO;
    for (Map.Entry<Item, Long> each : perUnit.entrySet()) {
      before = before.add(weight(each));
      // What was given so far is rounded, and not each share: so they come to the whole.
      BigDecimal now = some.multiply(before).divide(all, 0, RoundingMode.HALF_UP);
      values.put(
          each.getKey().sku(),
          Money.of(Math.max(1, now.subtract(given).longValueExact()), line.unitPrice().currency()));
      given = now;
    }
    return values;
  }

  private static BigDecimal part(BigDecimal value, long units, long of) {
    return value
        .multiply(BigDecimal.valueOf(units))
        .divide(BigDecimal.valueOf(of), 0, RoundingMode.HALF_UP);
  }

  /** An item of no known value counts for a little. */
  private static BigDecimal weight(Map.Entry<Item, Long> each) {
    return BigDecimal.valueOf(Math.max(1, each.getKey().value().amount()))
        .multiply(BigDecimal.valueOf(each.getValue()));
  }
}
