package dev.cutoff.order;

import dev.cutoff.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line as the store sees it now.
 *
 * @param lineId the platform's id of the line
 * @param sku as sent, stripped; empty where the store sent none
 * @param quantity current units, after refunds and edits; a channel may send nonsense, which {@link
 *     Screening} names
 * @param fulfilledElsewhere units that the store says were already shipped by somebody else
 * @param unitPrice before discounts
 * @param discount of the whole line
 * @param tax of the whole line
 * @param grams weight of one unit as the store has it; null where it sent none
 */
public record OrderLine(
    String lineId,
    String sku,
    String name,
    long quantity,
    long fulfilledElsewhere,
    Money unitPrice,
    Money discount,
    Money tax,
    boolean requiresShipping,
    @Nullable Long grams,
    List<LineProperty> properties) {
  public OrderLine {
    properties = List.copyOf(properties);
  }

  /** Units that somebody still has to ship. */
  public long open() {
    return Math.max(0, quantity - fulfilledElsewhere);
  }

  /** The same line, which needs no shipping after all. */
  public OrderLine notShipped() {
    return new OrderLine(
        lineId,
        sku,
        name,
        quantity,
        fulfilledElsewhere,
        unitPrice,
        discount,
        tax,
        false,
        grams,
        properties);
  }
}
