package dev.cutoff.postage;

import dev.cutoff.money.Money;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent on labels.
 *
 * @param orderPercent of the shipping that was collected for an order; null where there is no limit
 * @param orderAtLeast what an order may cost whatever was collected, for shipping is often free
 * @param perHour of all carriers together; null where there is no limit
 * @param perHourByCarrier by the carrier's id
 * @param balanceLasts a balance that lasts less long is told to somebody
 * @param voidUnused whether labels that nobody hands over are voided before their deadline
 */
public record PostageRules(
    @Nullable Integer orderPercent,
    @Nullable Money orderAtLeast,
    @Nullable Money perHour,
    Map<String, Money> perHourByCarrier,
    Duration balanceLasts,
    boolean voidUnused) {
  public static final Duration BALANCE_LASTS = Duration.ofHours(24);

  /** No limits. */
  public static final PostageRules NONE = new PostageRules(null, null, null, Map.of());

  private static final long PERCENT = 100;

  /** A person decides about labels that nobody uses. */
  public PostageRules(
      @Nullable Integer orderPercent,
      @Nullable Money orderAtLeast,
      @Nullable Money perHour,
      Map<String, Money> perHourByCarrier,
      Duration balanceLasts) {
    this(orderPercent, orderAtLeast, perHour, perHourByCarrier, balanceLasts, false);
  }

  /** With the usual word of warning. */
  public PostageRules(
      @Nullable Integer orderPercent,
      @Nullable Money orderAtLeast,
      @Nullable Money perHour,
      Map<String, Money> perHourByCarrier) {
    this(orderPercent, orderAtLeast, perHour, perHourByCarrier, BALANCE_LASTS);
  }

  public PostageRules {
    perHourByCarrier = java.util.Collections.unmodifiableMap(new TreeMap<>(perHourByCarrier));
  }

  /** The most that an order's labels may cost; null where there is no limit. */
  public @Nullable Money mostFor(Money collected) {
    if (orderPercent == null) {
      return null;
    }
    Money share = collected.basisPoints(orderPercent * PERCENT);
    return orderAtLeast != null && orderAtLeast.compareTo(share) > 0 ? orderAtLeast : share;
  }
}
