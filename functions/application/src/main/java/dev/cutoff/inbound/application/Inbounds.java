package dev.cutoff.inbound.application;

import dev.cutoff.inbound.Inbound;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.inbound.Receipt;
import dev.cutoff.stock.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What suppliers promised, by their reference. Reads are strongly consistent, lists are not. */
public interface Inbounds {
  /** With all its lines, by name. */
  Optional<Inbound> find(String reference);

  /** Lines of these SKUs with units still to come, or promised, the soonest first. */
  List<InboundLine> expected(Collection<Sku> skus);

  /**
   * Writes a new one, or puts {@code after} in the place of {@code before}; lines that {@code
   * after} no longer has stay and are closed. A save of many lines that dies in between is finished
   * by the same save again.
   *
   * @return false where it is no longer as {@code before} was
   */
  boolean save(@Nullable Inbound before, Inbound after);

  /** The receipt of that id, where it was counted. */
  Optional<Receipt> receipt(String reference, String receiptId);

  /** Counts a receipt on its line, once. */
  Counted receive(Receipt receipt);

  /** All of them by reference, a page at a time. */
  Page list(@Nullable String cursor);

  /** How counting a receipt ended. */
  sealed interface Counted {
    /** The line after it. */
    record Done(InboundLine line) implements Counted {}

    /** Counted before; the line as it is. */
    record Already(InboundLine line) implements Counted {}

    /** The id was used for other units. */
    record Differs(Receipt known) implements Counted {}

    record NoSuchLine() implements Counted {}
  }

  /** At most 50, and the cursor of the next page where there is one. */
  record Page(List<Inbound> items, @Nullable String cursor) {
    public Page {
      items = List.copyOf(items);
    }
  }
}
