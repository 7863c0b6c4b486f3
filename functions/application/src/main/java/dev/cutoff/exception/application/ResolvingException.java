package dev.cutoff.exception.application;

import dev.cutoff.effect.application.Executions;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.Reason;
import dev.cutoff.geo.Address;
import dev.cutoff.order.AddressCheck;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Orders;
import dev.cutoff.order.application.Waking;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what a person decided of a held order. The order's row is changed first: whoever
 * takes its hold away decided. What is lost after that is found again by {@link #finish}.
 */
public final class ResolvingException {
  private static final int MOST_STARTS = 20;

  private final Orders orders;
  private final Exceptions exceptions;
  private final Executions executions;
  private final Changing changing;
  private final Waking waking;
  private final InstantSource clock;

  @Inject
  public ResolvingException(
      Orders orders,
      Exceptions exceptions,
      Executions executions,
      Changing changing,
      Waking waking,
      InstantSource clock) {
    this.orders = orders;
    this.exceptions = exceptions;
    this.executions = executions;
    this.changing = changing;
    this.waking = waking;
    this.clock = clock;
  }

  /** What the caller is told. */
  public sealed interface Outcome {
    record Resolved(OpenException exception) implements Outcome {}

    /** 409: somebody was faster. */
    record AlreadyResolved(OpenException exception) implements Outcome {}

    /** 409, with what is possible. */
    record NotPossible(List<Action> possible) implements Outcome {}

    /** 400. */
    record AddressMissing() implements Outcome {}

    /** 400: who overrides a carrier says why. */
    record WhyMissing() implements Outcome {}

    /** 404. */
    record NotFound() implements Outcome {}
  }

  /**
   * What a person decided.
   *
   * @param address for {@link Action#CORRECT_ADDRESS}, else null
   * @param why asked for by {@link Action#OVERRIDE}; "" where the action says it all
   * @param by who decides, for the log
   */
  public record Decided(Action action, @Nullable Address address, String why, String by) {}

  /** Resolves by an action that says it all. */
  public Outcome resolve(String id, Action action, @Nullable Address address, String by) {
    return resolve(id, new Decided(action, address, "", by));
  }

  public Outcome resolve(String id, Decided decided) {
    Action action = decided.action();
    Optional<OpenException> found = exceptions.find(id);
    if (found.isEmpty()) {
      return new Outcome.NotFound();
    }
    OpenException exception = found.get();
    if (exception.resolution() != null) {
      return new Outcome.AlreadyResolved(exception);
    }
    if (!exception.actions().contains(action)) {
      return new Outcome.NotPossible(exception.actions());
    }
    if (action == Action.CORRECT_ADDRESS && decided.address() == null) {
      return new Outcome.AddressMissing();
    }
    if (action == Action.OVERRIDE && decided.why().isBlank()) {
      return new Outcome.WhyMissing();
    }
    List<Action> possible = possible(exception);
    if (!possible.contains(action)) {
      return new Outcome.NotPossible(possible);
    }
    Instant now = clock.instant();
    AtomicBoolean first = new AtomicBoolean();
    Optional<Order> order =
        changing.change(
            exception.orderId(),
            before -> {
              Optional<Decision> decision = decide(before, exception, decided, now);
              first.set(decision.isPresent());
              return decision;
            });
    if (order.isPresent() && !first.get()) {
      // Somebody decided before: what they decided is carried out, not this.
      finish(exception, order.get());
      return new Outcome.AlreadyResolved(exception);
    }
    OpenException resolved =
        exception.resolved(
            new QueueEntry.Resolution(
                action, decided.by(), now, decided.why().isBlank() ? null : decided.why()));
    finish(exception, resolved, order);
    return new Outcome.Resolved(resolved);
  }

  /** An order that was never written can't be changed; what left the house can't be cancelled. */
  private List<Action> possible(OpenException exception) {
    Optional<Order> order = orders.find(exception.orderId());
    if (order.isEmpty()) {
      return List.of(Action.RETRY);
    }
    boolean gone = order.get().anythingHandedOver();
    return exception.actions().stream().filter(each -> each != Action.CANCEL || !gone).toList();
  }

  /** For the sweeper: a decision that was taken and never carried out. */
  public void finish(OpenException open, Order order) {
    if (order.hold() == null && open.resolution() == null) {
      Action action = order.cancelling() ? Action.CANCEL : Action.RETRY;
      finish(
          open,
          open.resolved(new QueueEntry.Resolution(action, "cutoff", clock.instant())),
          Optional.of(order));
    }
  }

  private void finish(OpenException open, OpenException resolved, Optional<Order> order) {
    boolean cancels = order.filter(Order::cancelling).isPresent();
    boolean told =
        cancels
            ? executions.cancel(open.taskToken(), "cancelled")
            : executions.resume(open.taskToken());
    exceptions.replace(open, resolved);
    if (!told) {
      order.ifPresentOrElse(waking::ensureRunning, () -> startAnew(open));
    }
  }

  /** No row yet knows of attempts: the first that is not used up is the next. */
  private void startAnew(OpenException open) {
    int attempt = open.attempt() + 1;
    while (attempt < open.attempt() + MOST_STARTS
        && executions.start(open.orderId(), attempt) == Executions.Started.ENDED_BADLY) {
      attempt++;
    }
  }

  private static Optional<Decision> decide(
      Order before, OpenException exception, Decided decided, Instant now) {
    Order.Hold hold = before.hold();
    Action action = decided.action();
    if (hold == null || (action == Action.CANCEL && before.anythingHandedOver())) {
      return Optional.empty();
    }
    if (!AddressDecision.stands(before, exception, action)) {
      return Optional.empty();
    }
    // A person looked into the carrier's portal: the label in doubt is not asked for any more.
    boolean doubtSettled = hold.refusal().reason() == Reason.LABEL_IN_DOUBT;
    return Optional.of(
        new Decision(
            change -> {
              change.hold(null);
              switch (action) {
                case RETRY -> {
                  change.replan(before.replan() || doubtSettled);
                  AddressDecision.askAgain(before, change);
                }
                case CORRECT_ADDRESS -> AddressDecision.shipTo(before, change, decided.address());
                case ACCEPT -> AddressDecision.accept(before, change);
                case OVERRIDE ->
                    AddressDecision.override(
                        before,
                        change,
                        new AddressCheck.Overruling(decided.by(), now, decided.why()));
                case SHIP_LATE -> change.shipLate(true);
                case CANCEL -> {
                  if (before.cancellation() == null) {
                    change.cancellation(
                        new Order.Cancellation(
                            now, decided.by(), "cancelled from the exception queue", null));
                  }
                }
                case UPGRADE, VOID, ACCEPT_COUNT, RECOUNT, APPLY_CORRECTION, DISMISS ->
                    throw new IllegalArgumentException("no action of a held order: " + action);
              }
              return change;
            },
            decided.by(),
            "resolved: " + action.wireName(),
            decided.why()));
  }
}
