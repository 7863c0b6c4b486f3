package dev.cutoff.postage;

import dev.cutoff.money.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A carrier's invoice beside the labels.
 *
 * @param lines that could be read
 * @param from date of the first charge; null where the invoice tells none
 * @param until date of the last
 * @param billed all that could be read, by currency
 * @param agreed labels that were billed as they were paid
 * @param findings by kind, the dearest first
 * @param neverBilled labels bought in the invoice's period of which no line tells
 * @param unread by line
 */
public record InvoiceReport(
    long lines,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    SortedMap<String, Money> billed,
    long agreed,
    List<Finding> findings,
    List<PaidLabel> neverBilled,
    List<InvoiceLine.Unread> unread) {
  public InvoiceReport {
    billed = Collections.unmodifiableSortedMap(new TreeMap<>(billed));
    findings = List.copyOf(findings);
    neverBilled = List.copyOf(neverBilled);
    unread = List.copyOf(unread);
  }

  /** What is not as it should be. */
  public enum Kind {
    /** The same charge more than once. */
    DUPLICATE,
    /** A label that the carrier took back. */
    VOIDED,
    /** A tracking number that is none of ours. */
    UNKNOWN,
    /** Billed otherwise than paid at the purchase. */
    ADJUSTMENT,
    /** Billed in another currency than it was paid in: no difference can be told. */
    OTHER_CURRENCY,
    /** A charge about no parcel, such as a weekly fee. */
    NO_TRACKING_NUMBER
  }

  /**
   * One of them.
   *
   * @param billed all lines of that tracking number, in the currency of the difference
   * @param paid at the purchase; null where no label is known
   * @param difference what was billed too much; negative where it was too little
   * @param label null where none is known
   * @param lines where it is in the file
   */
  public record Finding(
      Kind kind,
      String trackingNumber,
      Money billed,
      @Nullable Money paid,
      Money difference,
      @Nullable PaidLabel label,
      List<Long> lines) {
    public Finding {
      lines = List.copyOf(lines);
    }
  }

  /** Whether nothing is to be disputed, nothing to be paid later and nothing was left unread. */
  public boolean isInOrder() {
    return findings.isEmpty() && unread.isEmpty();
  }

  public List<Finding> of(Kind kind) {
    return findings.stream().filter(each -> each.kind() == kind).toList();
  }

  /** What the findings of each kind come to, by currency; credits are taken off. */
  public Map<Kind, SortedMap<String, Money>> sums() {
    Map<Kind, SortedMap<String, Money>> sums = new EnumMap<>(Kind.class);
    findings.forEach(each ->
        sums.computeIfAbsent(each.kind(), kind -> new TreeMap<>())
            .merge(each.difference().currency(), each.difference(), Money::plus));
    return sums;
  }
}
