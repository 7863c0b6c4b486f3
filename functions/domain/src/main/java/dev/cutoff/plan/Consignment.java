package dev.cutoff.plan;

import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.money.Money;
import java.util.List;

/**
 * What one node sends together.
 *
 * @param items what is in it, components in the place of their kit, each once
 * @param value of all units, after discounts
 * @param extras the signature and insurance it wants
 */
public record Consignment(List<Item> items, Money value, ExtrasWanted extras) {
  public Consignment {
    items = List.copyOf(items);
  }

  /** With the extras that the shop's rules want for it. */
  public static Consignment of(List<Item> items, Money value, PlanRules rules) {
    return new Consignment(items, value, ExtrasWanted.of(items, value, rules));
  }
}
