package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/** Amounts as UPS writes them: {@code {"CurrencyCode","MonetaryValue"}}. */
final class UpsMoney {
  private UpsMoney() {}

  /** Empty where it is none, or below zero. */
  static Optional<Money> read(JsonNode money) {
    String currency = money.path("CurrencyCode").asText("");
    return currency.matches("[A-Z]{3}")
        ? Money.parse(money.path("MonetaryValue").asText(""), currency)
            .filter(each -> !each.isNegative())
        : Optional.empty();
  }

  /** What the shop pays: by its contract where UPS says so, else by the published list. */
  static Optional<Money> total(JsonNode negotiated, JsonNode published) {
    JsonNode contract = negotiated.path("TotalCharge");
    return read(contract.isObject() ? contract : published);
  }

  static void write(Money money, ObjectNode to) {
    to.put("CurrencyCode", money.currency()).put("MonetaryValue", decimal(money));
  }

  /** In whole units, rounded up: the one amount that UPS takes no cents of. */
  static void writeWhole(Money money, ObjectNode to) {
    long whole = new BigDecimal(decimal(money)).setScale(0, RoundingMode.CEILING).longValueExact();
    to.put("CurrencyCode", money.currency())
        .put("MonetaryValue", Long.toString(Math.max(1, whole)));
  }

  /** "12.50". */
  static String decimal(Money money) {
    int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
    return BigDecimal.valueOf(money.amount(), digits).toPlainString();
  }
}
