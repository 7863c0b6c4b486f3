package dev.cutoff.exception;

import dev.cutoff.order.OrderId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the exception queue about a parcel at a node's dock, about all that was to leave with
 * one truck, about labels that nobody uses, or about what pays for labels; the orders go on
 * meanwhile. One is open for a subject and a reason, however often it is found: it then shows the
 * newest state.
 *
 * @param id made by {@link #id}
 * @param subject what it is about: "parcel SHP-DTC-1-1-1", "manifest EAST swift 2026-11-24",
 *     "shipment SHP-DTC-1-1", "postage usps"
 * @param orders those behind it
 * @param foundAt when it was last found
 * @param resolution null while open
 */
public record DockException(
    String id,
    String subject,
    Refusal refusal,
    List<OrderId> orders,
    String owner,
    Instant openedAt,
    Instant foundAt,
    Instant dueAt,
    int escalation,
    List<Action> actions,
    @Nullable Resolution resolution)
    implements QueueEntry {
  private static final int HASH = 16;

  public DockException {
    orders = List.copyOf(orders);
    actions = List.copyOf(actions);
    if (!refusal.reason().ofDock()) {
      throw new IllegalArgumentException("not a reason of a dock: " + refusal.reason());
    }
  }

  /** What was found. */
  public record Finding(String subject, Refusal refusal, List<OrderId> orders) {
    public Finding {
      orders = List.copyOf(orders);
    }
  }

  /** The first entry of its kind, or the next one after those that were resolved. */
  public static DockException opened(
      Finding found, int number, String owner, Instant now, Instant dueAt) {
    return new DockException(
        id(found.subject(), found.refusal().reason(), number),
        found.subject(),
        found.refusal(),
        found.orders(),
        owner,
        now,
        now,
        dueAt,
        0,
        found.refusal().reason() == Reason.LABEL_UNUSED
            ? List.of(Action.VOID, Action.DISMISS)
            : List.of(Action.DISMISS),
        null);
  }

  /** {@code dock.<hash of subject and reason>.<number>}: what is scanned may hold anything. */
  public static String id(String subject, Reason reason, int number) {
    return series(subject, reason) + "." + number;
  }

  /** What all entries of a subject and reason have in common. */
  public static String series(String subject, Reason reason) {
    byte[] text = (subject + "\n" + reason).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return "dock." + HexFormat.of().formatHex(hash).substring(0, HASH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Its number among those of its subject and reason, from 1. */
  public int number() {
    return Integer.parseInt(id.substring(id.lastIndexOf('.') + 1));
  }

  /** Whether it tells the very same already. */
  public boolean tells(Finding found) {
    return refusal.equals(found.refusal()) && orders.equals(found.orders());
  }

  /** The same entry with what was found anew; owner and clock go on. */
  public DockException foundAgain(Finding found, Instant now) {
    return new DockException(
        id,
        subject,
        found.refusal(),
        found.orders(),
        owner,
        openedAt,
        now,
        dueAt,
        escalation,
        actions,
        null);
  }

  /** Its clock ran out: the next owner gets it with a new one. */
  public DockException escalated(String newOwner, Instant newDueAt) {
    return new DockException(
        id,
        subject,
        refusal,
        orders,
        newOwner,
        openedAt,
        foundAt,
        newDueAt,
        escalation + 1,
        actions,
        resolution);
  }

  @Override
  public DockException assignedTo(String newOwner) {
    return with(newOwner, resolution);
  }

  @Override
  public DockException resolved(Resolution how) {
    return with(owner, how);
  }

  private DockException with(String newOwner, @Nullable Resolution how) {
    return new DockException(
        id, subject, refusal, orders, newOwner, openedAt, foundAt, dueAt, escalation, actions, how);
  }
}
