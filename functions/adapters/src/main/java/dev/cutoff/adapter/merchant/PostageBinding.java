package dev.cutoff.adapter.merchant;

import dev.cutoff.money.Money;
import dev.cutoff.postage.PostageRules;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the file says of postage; all of it may be left out. */
final class PostageBinding {
  private static final int MOST_PERCENT = 10_000;
  private static final int MOST_HOURS = 720;

  private final String currency;

  PostageBinding(String currency) {
    this.currency = currency;
  }

  PostageRules rules(Field rules) {
    return rules.find("postage").map(this::postage).orElse(PostageRules.NONE);
  }

  private PostageRules postage(Field all) {
    Map<String, Money> byCarrier = new TreeMap<>();
    all.find("perHourByCarrier")
        .ifPresent(each ->
            each.entries(
                (carrier, amount) -> byCarrier.put(carrier, Values.money(amount, currency))));
    return new PostageRules(
        all.find("orderPercent").map(it -> (int) Values.whole(it, 1, MOST_PERCENT)).orElse(null),
        money(all, "orderAtLeast"),
        money(all, "perHour"),
        byCarrier,
        all.find("balanceHours")
            .map(it -> Duration.ofHours(Values.whole(it, 1, MOST_HOURS)))
            .orElse(PostageRules.BALANCE_LASTS),
        all.find("voidUnused").map(Values::flag).orElse(false));
  }

  private @Nullable Money money(Field all, String name) {
    return all.find(name).map(it -> Values.money(it, currency)).orElse(null);
  }
}
