package dev.cutoff.exception;

import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.Shelf;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the exception queue that is about a shelf. One is open for a shelf and a reason,
 * however often it is found: it then shows the newest figures.
 *
 * @param id made by {@link #id}
 * @param orders those behind it, as far as known
 * @param foundAt when the newest figures were found
 * @param count the count in question; null where it is about none
 * @param corrections what the audit proposes; empty where nothing can be put right by itself
 * @param resolution null while open
 */
public record StockException(
    String id,
    Shelf shelf,
    Refusal refusal,
    List<OrderId> orders,
    String owner,
    Instant openedAt,
    Instant foundAt,
    Instant dueAt,
    int escalation,
    List<Action> actions,
    @Nullable Count count,
    List<Correction> corrections,
    @Nullable Resolution resolution)
    implements QueueEntry {
  private static final int HASH = 16;

  public StockException {
    orders = List.copyOf(orders);
    actions = List.copyOf(actions);
    corrections = List.copyOf(corrections);
    if (!refusal.reason().ofStock()) {
      throw new IllegalArgumentException("not a reason of a shelf: " + refusal.reason());
    }
  }

  /** A count as it came in, so that it can be taken after all. */
  public record Count(long units, Instant observedAt, String source) {}

  /**
   * What was found of a shelf.
   *
   * @param count null where it is about none
   */
  public record Finding(
      Shelf shelf,
      Refusal refusal,
      List<OrderId> orders,
      List<Action> actions,
      @Nullable Count count,
      List<Correction> corrections) {
    public Finding {
      orders = List.copyOf(orders);
      actions = List.copyOf(actions);
      corrections = List.copyOf(corrections);
    }
  }

  /** The first entry of its kind, or the next one after those that were resolved. */
  public static StockException opened(
      Finding found, int number, String owner, Instant now, Instant dueAt) {
    return new StockException(
        id(found.shelf(), found.refusal().reason(), number),
        found.shelf(),
        found.refusal(),
        found.orders(),
        owner,
        now,
        now,
        dueAt,
        0,
        found.actions(),
        found.count(),
        found.corrections(),
        null);
  }

  /**
   * {@code stock.<hash of shelf and reason>.<number>}: a SKU may hold what no path of a URL may.
   */
  public static String id(Shelf shelf, Reason reason, int number) {
    return series(shelf, reason) + "." + number;
  }

  /** What all entries of a shelf and reason have in common. */
  public static String series(Shelf shelf, Reason reason) {
    String lot = shelf.lot() == null ? "" : shelf.lot().toString();
    String text = shelf.sku() + "\n" + shelf.node() + "\n" + lot + "\n" + reason;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "stock." + HexFormat.of().formatHex(hash).substring(0, HASH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Its number among those of its shelf and reason, from 1. */
  public int number() {
    return Integer.parseInt(id.substring(id.lastIndexOf('.') + 1));
  }

  /** The same entry with what was found anew; owner and clock go on. */
  public StockException foundAgain(Finding found, Instant now) {
    return new StockException(
        id,
        shelf,
        found.refusal(),
        found.orders(),
        owner,
        openedAt,
        now,
        dueAt,
        escalation,
        found.actions(),
        found.count(),
        found.corrections(),
        null);
  }

  @Override
  public StockException assignedTo(String newOwner) {
    return with(newOwner, dueAt, escalation, resolution);
  }

  /** With the next owner, whose clock begins. */
  public StockException escalated(String newOwner, Instant newDueAt, int level) {
    return with(newOwner, newDueAt, level, resolution);
  }

  @Override
  public StockException resolved(Resolution how) {
    return with(owner, dueAt, escalation, how);
  }

  private StockException with(
      String newOwner, Instant newDueAt, int level, @Nullable Resolution how) {
    return new StockException(
        id,
        shelf,
        refusal,
        orders,
        newOwner,
        openedAt,
        foundAt,
        newDueAt,
        level,
        actions,
        count,
        corrections,
        how);
  }
}
