package dev.cutoff.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cutoff.exception.PricedOption;
import dev.cutoff.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can still be done for an order, as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OptionView(
    @Nullable String action,
    String what,
    @Nullable Instant before,
    @Nullable Money extra,
    @Nullable Money cost,
    @Nullable String arrives,
    @Nullable Double chance,
    @Nullable Boolean provisional,
    @Nullable List<PricedOption.Leg> legs) {

  static OptionView of(PricedOption option) {
    var action = option.action();
    var plan = option.plan();
    String name = action == null ? null : action.wireName();
    return plan == null
        ? new OptionView(
            name, option.what(), option.before(), option.extra(), null, null, null, null, null)
        : new OptionView(
            name,
            option.what(),
            option.before(),
            option.extra(),
            plan.cost(),
            plan.arrives().toString(),
            plan.chance(),
            plan.provisional(),
            plan.legs());
  }
}
