package dev.cutoff.inbound;

import java.util.List;
import java.util.Optional;

/**
 * Goods that a supplier promised: a purchase order, or the notice that they were sent.
 *
 * @param reference the supplier's, by which it is replaced: 1 to 64 letters, digits and {@code . _
 *     -}
 * @param version of this row, 1 at first
 * @param supplier in words for people
 */
public record Inbound(
    String reference, long version, Kind kind, String supplier, List<InboundLine> lines) {
  private static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  public Inbound {
    lines = List.copyOf(lines);
    if (!isReference(reference)) {
      throw new IllegalArgumentException("not a supplier's reference: '" + reference + "'");
    }
  }

  /** What the supplier sent. */
  public enum Kind {
    PURCHASE_ORDER,
    /** It is on its way: an advance shipping notice. */
    ASN
  }

  /** Whether the text can name an inbound delivery or one of its lines. */
  public static boolean isReference(String text) {
    return text.matches(FORM);
  }

  public Optional<InboundLine> line(String line) {
    return lines.stream().filter(each -> each.line().equals(line)).findFirst();
  }
}
