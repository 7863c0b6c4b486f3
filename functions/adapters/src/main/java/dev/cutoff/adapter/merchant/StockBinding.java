package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.CountRules;
import dev.cutoff.merchant.ItemStock;
import dev.cutoff.merchant.StockRules;
import dev.cutoff.merchant.StockRules.CountTolerance;
import dev.cutoff.merchant.StockRules.HotSku;
import dev.cutoff.merchant.StockRules.WhenShort;
import dev.cutoff.merchant.StoreStock;
import dev.cutoff.stock.NodeId;
import java.util.TreeMap;

/** What the file says of stock; all of it may be left out. */
final class StockBinding {
  private static final long MOST_UNITS = 100_000_000;
  private static final StockRules PLAIN = StockRules.PLAIN;

  private StockBinding() {}

  static ItemStock item(Field item) {
    TreeMap<NodeId, Long> safety = new TreeMap<>();
    item.find("safetyStock")
        .ifPresent(nodes ->
            nodes.entries((node, units) ->
                safety.put(ShopBinding.nodeId(units, node), Values.whole(units, 0, MOST_UNITS))));
    return new ItemStock(
        safety,
        item.find("lots")
            .map(lots -> lots.as(it -> (int) Values.whole(it.get("minimumDaysLeft"), 0, 3_650)))
            .orElse(null),
        item.find("releaseDate").map(Values::date).orElse(null));
  }

  static StoreStock store(Field store) {
    return new StoreStock(
        store
            .find("stockMaster")
            .map(it -> Values.choice(it, StoreStock.Master.values()))
            .orElse(StoreStock.PLAIN.master()),
        store
            .find("stockBuffer")
            .map(it -> Values.whole(it, 0, MOST_UNITS))
            .orElse(StoreStock.PLAIN.buffer()));
  }

  static StockRules rules(Field rules) {
    return new StockRules(
        rules
            .find("whenShort")
            .map(it -> Values.choice(it, WhenShort.values()))
            .orElse(PLAIN.whenShort()),
        rules.find("shipPartial").map(Values::flag).orElse(PLAIN.shipPartial()),
        rules.find("longestBackorder").map(Values::duration).orElse(PLAIN.longestBackorder()),
        rules.find("countTolerance").map(it -> it.as(StockBinding::tolerance)).orElse(null),
        rules.find("hotSku").map(it -> it.as(StockBinding::hot)).orElse(PLAIN.hotSku()),
        rules.find("cycleCounts").map(it -> it.as(StockBinding::counts)).orElse(PLAIN.counts()));
  }

  private static CountTolerance tolerance(Field tolerance) {
    return new CountTolerance(
        Values.whole(tolerance.get("units"), 0, MOST_UNITS),
        (int) Values.whole(tolerance.get("percent"), 0, 100));
  }

  private static CountRules counts(Field counts) {
    CountRules usual = CountRules.USUAL;
    int shareA = whole(counts, "shareA", 0, 100, usual.shareA());
    return new CountRules(
        counts.find("by").map(it -> Values.choice(it, By.values())).orElse(By.VALUE) == By.VALUE,
        whole(counts, "overDays", 1, 3_650, usual.overDays()),
        shareA,
        whole(counts, "shareB", shareA, 100, Math.max(shareA, usual.shareB())),
        whole(counts, "daysA", 1, 3_650, usual.daysA()),
        whole(counts, "daysB", 1, 3_650, usual.daysB()),
        whole(counts, "daysC", 1, 3_650, usual.daysC()));
  }

  private enum By {
    VALUE,
    UNITS
  }

  private static int whole(Field object, String name, int from, int to, int otherwise) {
    return object.find(name).map(it -> (int) Values.whole(it, from, to)).orElse(otherwise);
  }

  private static HotSku hot(Field hot) {
    return new HotSku(
        (int) Values.whole(hot.get("conflictsPerMinute"), 1, 1_000_000),
        (int) Values.whole(hot.get("calmMinutes"), 1, 1_440));
  }
}
