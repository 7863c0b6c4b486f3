package dev.cutoff.backorder;

import dev.cutoff.inbound.InboundLine;
import dev.cutoff.stock.Sku;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Units that a waiting order may count on: of an inbound line, or those that lie on the shelf until
 * the rest of its order is there.
 *
 * @param reference of the inbound delivery; empty for units on the shelf
 * @param line of it; empty for units on the shelf
 * @param on the day the line was expected on when it was promised; null for units on the shelf
 * @param ahead for an order that takes nothing from the shelf yet
 */
public record Promised(
    String reference, String line, Sku sku, long units, @Nullable LocalDate on, boolean ahead) {
  static Promised of(InboundLine inbound, long units, boolean ahead) {
    return new Promised(
        inbound.reference(), inbound.line(), inbound.sku(), units, inbound.expectedOn(), ahead);
  }

  static Promised ofShelf(Sku sku, long units) {
    return new Promised("", "", sku, units, null, false);
  }

  /** Whether an inbound line counts these units as promised. */
  public boolean isInbound() {
    return on != null;
  }

  public boolean isOf(InboundLine inbound) {
    return isInbound() && reference.equals(inbound.reference()) && line.equals(inbound.line());
  }
}
