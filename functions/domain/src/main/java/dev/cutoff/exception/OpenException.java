package dev.cutoff.exception;

import dev.cutoff.geo.Address;
import dev.cutoff.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the exception queue that is a held order.
 *
 * @param id order id, attempt and number: DTC-90412-1-1
 * @param step the state in which it was held
 * @param owner role or person from the merchant file's escalation list
 * @param escalation 0 for the first owner
 * @param taskToken of the waiting execution; a secret, never shown
 * @param addresses what is to be chosen from; null where it is not about an address
 * @param resolution null while open
 */
public record OpenException(
    String id,
    OrderId orderId,
    int attempt,
    String step,
    Refusal refusal,
    String owner,
    Instant openedAt,
    Instant dueAt,
    int escalation,
    List<Action> actions,
    String taskToken,
    @Nullable Addresses addresses,
    @Nullable Resolution resolution)
    implements QueueEntry {
  /** One that is not about an address. */
  public OpenException(
      String id,
      OrderId orderId,
      int attempt,
      String step,
      Refusal refusal,
      String owner,
      Instant openedAt,
      Instant dueAt,
      int escalation,
      List<Action> actions,
      String taskToken,
      @Nullable Resolution resolution) {
    this(
        id,
        orderId,
        attempt,
        step,
        refusal,
        owner,
        openedAt,
        dueAt,
        escalation,
        actions,
        taskToken,
        null,
        resolution);
  }

  public OpenException {
    actions = List.copyOf(actions);
  }

  /**
   * The customer's address and the carrier's.
   *
   * @param proposed null where the carrier has none
   */
  public record Addresses(Address given, @Nullable Address proposed) {}

  @Override
  public OpenException assignedTo(String newOwner) {
    return new OpenException(
        id,
        orderId,
        attempt,
        step,
        refusal,
        newOwner,
        openedAt,
        dueAt,
        escalation,
        actions,
        taskToken,
        addresses,
        resolution);
  }

  public OpenException escalated(String newOwner, Instant newDueAt, int level, String newToken) {
    return new OpenException(
        id,
        orderId,
        attempt,
        step,
        refusal,
        newOwner,
        openedAt,
        newDueAt,
        level,
        actions,
        newToken,
        addresses,
        resolution);
  }

  /** The same wait, by now for another reason. */
  public OpenException because(Refusal newRefusal, Instant newDueAt, List<Action> newActions) {
    return new OpenException(
        id,
        orderId,
        attempt,
        step,
        newRefusal,
        owner,
        openedAt,
        newDueAt,
        escalation,
        newActions,
        taskToken,
        resolution);
  }

  @Override
  public OpenException resolved(Resolution how) {
    return new OpenException(
        id,
        orderId,
        attempt,
        step,
        refusal,
        owner,
        openedAt,
        dueAt,
        escalation,
        actions,
        taskToken,
        addresses,
        how);
  }
}
