package dev.cutoff.exception.application;

import dev.cutoff.effect.application.Executions;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.OpenException.Addresses;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.AddressCheck;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Orders;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts an order into the exception queue with an owner and a clock, and keeps the token by which it
 * goes on. When the clock runs out the next owner gets it; after the last one the execution ends
 * and the exception stays open.
 */
public final class HoldingOrder {
  private final Orders orders;
  private final Exceptions exceptions;
  private final Executions executions;
  private final Merchants merchants;
  private final Changing changing;
  private final InstantSource clock;

  @Inject
  public HoldingOrder(
      Orders orders,
      Exceptions exceptions,
      Executions executions,
      Merchants merchants,
      Changing changing,
      InstantSource clock) {
    this.orders = orders;
    this.exceptions = exceptions;
    this.executions = executions;
    this.merchants = merchants;
    this.changing = changing;
    this.clock = clock;
  }

  /**
   * Where it stands still.
   *
   * @param step the state that failed
   * @param error the error's name, for those that are no refusal
   * @param escalation 0 for the first owner
   */
  public record Standstill(
      OrderId orderId, int attempt, String step, String error, int escalation, String taskToken) {}

  /** False where nobody is left to escalate to. */
  public boolean hold(Standstill at) {
    Rules rules = merchants.current().rules();
    if (at.escalation() >= rules.owners().size()) {
      return false;
    }
    Optional<Order> order = orders.find(at.orderId());
    boolean cancelled = order.filter(each -> each.cancellation() != null).isPresent();
    boolean undoing = at.step().equals(Order.Hold.COMPENSATE);
    if (cancelled && !undoing) {
      executions.cancel(at.taskToken(), "cancelled");
      return true;
    }
    if (order.filter(each -> each.waitsForBench() && each.isPackedForLabel()).isPresent()) {
      // The bench was quicker.
      executions.resume(at.taskToken());
      return true;
    }
    Order.Hold hold = order.map(Order::hold).orElse(null);
    if (hold == null && order.isPresent() && at.escalation() > 0) {
      // Somebody decided in the very moment that the clock ran out.
      executions.resume(at.taskToken());
      return true;
    }
    // What held it before it was cancelled is not what keeps it from being undone.
    Refusal refusal =
        hold == null || hold.step().equals(Order.Hold.COMPENSATE) != undoing
            ? null
            : hold.refusal();
    if (refusal == null) {
      refusal = internal(at);
      if (order.isPresent()) {
        var _ = changing.hold(at.orderId(), at.step(), refusal);
      }
    }
    put(at, refusal, addresses(order, refusal.reason()), rules);
    return true;
  }

  /** What the carrier would write is beside what the customer wrote, for whom has to choose. */
  private static @Nullable Addresses addresses(Optional<Order> order, Reason reason) {
    if (reason != Reason.ADDRESS_CORRECTED && reason != Reason.ADDRESS_NOT_FOUND) {
      return null;
    }
    return order
        .flatMap(Order::shipTo)
        .map(given ->
            new Addresses(
                given,
                order
                    .map(Order::addressCheck)
                    .filter(check -> check.isOf(given))
                    .map(AddressCheck::proposed)
                    .orElse(null)))
        .orElse(null);
  }

  private void put(Standstill at, Refusal refusal, @Nullable Addresses addresses, Rules rules) {
    Instant now = clock.instant();
    String owner = rules.owners().get(at.escalation());
    Instant due = now.plus(rules.exceptionDue());
    List<OpenException> all = exceptions.of(at.orderId());
    Optional<OpenException> open =
        all.stream()
            .filter(each -> each.resolution() == null && each.attempt() == at.attempt())
            .findFirst();
    if (open.isPresent()) {
      OpenException next = open.get().escalated(owner, due, at.escalation(), at.taskToken());
      if (!exceptions.replace(open.get(), next)) {
        // Somebody decided this moment, and told the token before this one.
        executions.resume(at.taskToken());
      }
      return;
    }
    exceptions.create(
        new OpenException(
            at.orderId() + "-" + at.attempt() + "-" + (all.size() + 1),
            at.orderId(),
            at.attempt(),
            at.step(),
            refusal,
            owner,
            now,
            due,
            at.escalation(),
            actions(refusal.reason()),
            at.taskToken(),
            addresses,
            null));
  }

  /** What makes sense; asking again always does, for somebody may have mended it. */
  private static List<Action> actions(Reason reason) {
    return switch (reason) {
      case ADDRESS_INCOMPLETE, NO_RATES, LABEL_REFUSED ->
          List.of(Action.CORRECT_ADDRESS, Action.RETRY, Action.CANCEL);
      case ADDRESS_CORRECTED ->
          List.of(
              Action.ACCEPT, Action.OVERRIDE, Action.CORRECT_ADDRESS, Action.RETRY, Action.CANCEL);
      case ADDRESS_NOT_FOUND ->
          List.of(Action.OVERRIDE, Action.CORRECT_ADDRESS, Action.RETRY, Action.CANCEL);
      case PROMISE_CANNOT_BE_KEPT -> List.of(Action.SHIP_LATE, Action.RETRY, Action.CANCEL);
      case UNREADABLE_ORDER,
          UNKNOWN_SKU,
          NO_WEIGHT,
          BAD_QUANTITY,
          TOTALS_DO_NOT_ADD_UP,
          FOREIGN_CURRENCY,
          CUSTOMS_DATA_MISSING,
          OUT_OF_STOCK,
          FITS_NO_BOX,
          LABEL_IN_DOUBT,
          LABEL_NO_FUNDS,
          LABEL_UNPRINTABLE,
          LABEL_UNSETTLED,
          CARRIER_DOWN,
          POSTAGE_STOPPED,
          SPEND_LIMIT,
          NOT_PACKED,
          TO_BE_PACKED,
          INTERNAL_ERROR ->
          List.of(Action.RETRY, Action.CANCEL);
      case PROMISE_AT_RISK ->
          throw new IllegalArgumentException("no order is held for a risk: " + reason);
      case VOID_LABEL_SCANNED,
          PACKED_DIFFERS,
          MANIFEST_REFUSED,
          MANIFEST_MISSED,
          PICKUP_MISSED,
          PARCEL_IN_TROUBLE,
          DELIVERY_TAKEN_BACK,
          DELIVERY_LATE,
          POSTAGE_LOW ->
          throw new IllegalArgumentException("no order is held for a dock: " + reason);
      case COUNT_DIFFERS,
          COUNT_BELOW_RESERVED,
          STOCK_DRIFT,
          STOCK_OVERCOMMITTED,
          RESERVATION_ASTRAY,
          SHIPMENT_UNSERVED,
          LOT_EXPIRED,
          STORE_DIFFERS ->
          throw new IllegalArgumentException("no order is held for a shelf: " + reason);
    };
  }

  private static Refusal internal(Standstill at) {
    return Refusal.of(
        Reason.INTERNAL_ERROR,
        "%s failed (%s) and the order stands still; nothing is lost. Retry; if it fails again, look into the logs of that function for the order's id."
            .formatted(at.step(), at.error()),
        Map.of("step", at.step(), "error", at.error()));
  }
}
