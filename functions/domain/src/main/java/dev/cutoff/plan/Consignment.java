package dev.cutoff.plan;

import dev.cutoff.merchant.Item;
import dev.cutoff.money.Money;
import java.util.List;

/**
 * What one node sends together.
 *
 * @param items what is in it, components in the place of their kit, each once
 * @param value of all units, after discounts
 */
public record Consignment(List<Item> items, Money value) {
  public Consignment {
    items = List.copyOf(items);
  }
}
