package dev.cutoff.exception;

import dev.cutoff.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the exception queue about an order whose promise is at risk. The order goes on
 * meanwhile. One is open for an order, however often it is found: it then shows the newest state.
 *
 * @param id {@code risk.<order id>.<number>}
 * @param foundAt when it was last found otherwise than before
 * @param lastSafe the last moment at which what is planned keeps the promise
 * @param resolution null while open
 */
public record PromiseRisk(
    String id,
    OrderId orderId,
    Refusal refusal,
    Instant lastSafe,
    String owner,
    Instant openedAt,
    Instant foundAt,
    Instant dueAt,
    int escalation,
    List<Action> actions,
    @Nullable Resolution resolution)
    implements QueueEntry {
  public PromiseRisk {
    actions = List.copyOf(actions);
    if (refusal.reason() != Reason.PROMISE_AT_RISK) {
      throw new IllegalArgumentException("not a promise at risk: " + refusal.reason());
    }
  }

  /**
   * What was found of an order.
   *
   * @param actBy when somebody has to have acted
   */
  public record Finding(
      OrderId orderId, Refusal refusal, Instant lastSafe, Instant actBy, List<Action> actions) {
    public Finding {
      actions = List.copyOf(actions);
    }
  }

  /** The first of an order, or the next one after those that were resolved. */
  public static PromiseRisk opened(Finding found, int number, String owner, Instant now) {
    return new PromiseRisk(
        id(found.orderId(), number),
        found.orderId(),
        found.refusal(),
        found.lastSafe(),
        owner,
        now,
        now,
        found.actBy(),
        0,
        found.actions(),
        null);
  }

  /** No order id has a dot, so that it is never that of a hold. */
  public static String id(OrderId orderId, int number) {
    return "risk." + orderId + "." + number;
  }

  /** Its number among those of its order, from 1. */
  public int number() {
    return Integer.parseInt(id.substring(id.lastIndexOf('.') + 1));
  }

  /** Whether it tells the very same already. */
  public boolean tells(Finding found) {
    return refusal.equals(found.refusal())
        && lastSafe.equals(found.lastSafe())
        && dueAt.equals(found.actBy())
        && actions.equals(found.actions());
  }

  /** The same entry with what was found anew; the owner stays. */
  public PromiseRisk foundAgain(Finding found, Instant now) {
    return new PromiseRisk(
        id,
        orderId,
        found.refusal(),
        found.lastSafe(),
        owner,
        openedAt,
        now,
        found.actBy(),
        escalation,
        found.actions(),
        null);
  }

  @Override
  public PromiseRisk assignedTo(String newOwner) {
    return with(newOwner, resolution);
  }

  @Override
  public PromiseRisk resolved(Resolution how) {
    return with(owner, how);
  }

  private PromiseRisk with(String newOwner, @Nullable Resolution how) {
    return new PromiseRisk(
        id,
        orderId,
        refusal,
        lastSafe,
        newOwner,
        openedAt,
        foundAt,
        dueAt,
        escalation,
        actions,
        how);
  }
}
