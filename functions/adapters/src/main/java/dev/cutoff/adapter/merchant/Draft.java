package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Merchant.OpeningStock;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.Store;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The file as types, in its own order and with places, before it is known to hold together. */
record Draft(
    String name,
    String currency,
    String fromEmail,
    Rules rules,
    List<Located<Node>> nodes,
    List<Located<Item>> items,
    List<Located<Kit>> kits,
    List<Located<OpeningStock>> openingStock,
    List<Located<Box>> boxes,
    List<Located<Store>> stores,
    List<Located<Carrier>> carriers) {

  /** Once nothing is double or missing. */
  Merchant merchant(String version) {
    return new Merchant(
        version,
        name,
        currency,
        fromEmail,
        index(nodes, Node::id),
        index(items, Item::sku),
        index(kits, Kit::sku),
        boxes.stream().map(Located::value).toList(),
        index(carriers, Carrier::id),
        index(stores, Store::id),
        rules,
        openingStock.stream().map(Located::value).toList());
  }

  private static <K, T> Map<K, T> index(List<Located<T>> all, Function<T, K> key) {
    return all.stream().map(Located::value).collect(Collectors.toMap(key, Function.identity()));
  }
}
