package dev.cutoff.order;

import dev.cutoff.money.Money;

/**
 * The order's sums as the store states them, current: after refunds and edits.
 *
 * @param merchandise lines before discounts
 * @param discounts positive
 * @param tax zero where prices include it
 * @param fees fees, tips and duties
 * @param total what the customer pays, or paid, in the end
 */
public record Totals(
    Money merchandise, Money discounts, Money shipping, Money tax, Money fees, Money total) {}
