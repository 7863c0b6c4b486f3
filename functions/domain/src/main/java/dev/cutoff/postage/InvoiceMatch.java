package dev.cutoff.postage;

import dev.cutoff.money.Money;
import dev.cutoff.postage.InvoiceReport.Finding;
import dev.cutoff.postage.InvoiceReport.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Matches one invoice against the labels of its carrier: first all its lines, then the labels. It
 * keeps the lines, and of the labels those that are billed or of the invoice's period.
 */
public final class InvoiceMatch {
  private static final Comparator<Finding> DEAREST_FIRST =
      Comparator.comparing(Finding::kind)
          .thenComparing(each -> each.difference().currency())
          .thenComparing(Finding::difference, Comparator.reverseOrder())
          .thenComparing(Finding::trackingNumber);

  private final SortedMap<String, List<InvoiceLine>> lines = new TreeMap<>();
  private final SortedMap<String, Money> billed = new TreeMap<>();
  private final List<InvoiceLine.Unread> unread = new ArrayList<>();
  private final Map<String, PaidLabel> labels = new HashMap<>();
  private long read;
  private @Nullable LocalDate from;
  private @Nullable LocalDate until;

  public void line(InvoiceLine line) {
    read++;
    lines.computeIfAbsent(line.trackingNumber(), number -> new ArrayList<>(1)).add(line);
    billed.merge(line.amount().currency(), line.amount(), Money::plus);
    LocalDate date = line.date();
    if (date != null) {
      from = from == null || date.isBefore(from) ? date : from;
      until = until == null || date.isAfter(until) ? date : until;
    }
  }

  public void unread(InvoiceLine.Unread line) {
    unread.add(line);
  }

  /** Carriers use a number again after some months: the last label of it is the one billed. */
  public void label(PaidLabel label) {
    if (lines.containsKey(label.trackingNumber()) || isOfThePeriod(label)) {
      labels.merge(
          label.trackingNumber(),
          label,
          (one, other) -> other.boughtOn().isAfter(one.boughtOn()) ? other : one);
    }
  }

  private boolean isOfThePeriod(PaidLabel label) {
    return from != null
        && until != null
        && !label.boughtOn().isBefore(from)
        && !label.boughtOn().isAfter(until);
  }

  public InvoiceReport report() {
    List<Finding> findings = new ArrayList<>();
    long agreed = 0;
    for (Map.Entry<String, List<InvoiceLine>> each : lines.entrySet()) {
      PaidLabel label = labels.get(each.getKey());
      List<Finding> found =
          label == null ? strange(each.getKey(), each.getValue()) : of(label, each.getValue());
      agreed += label != null && found.isEmpty() ? 1 : 0;
      findings.addAll(found);
    }
    findings.sort(DEAREST_FIRST);
    return new InvoiceReport(read, from, until, billed, agreed, findings, neverBilled(), unread);
  }

  private List<PaidLabel> neverBilled() {
    return labels.values().stream()
        .filter(each -> !each.voided() && !lines.containsKey(each.trackingNumber()))
        .sorted(Comparator.comparing(PaidLabel::boughtOn).thenComparing(PaidLabel::trackingNumber))
        .toList();
  }

  /** One finding a currency; charges about no parcel each on its own, for each is another. */
  private static List<Finding> strange(String number, List<InvoiceLine> lines) {
    if (number.isEmpty()) {
      return lines.stream()
          .map(each -> unpaid(Kind.NO_TRACKING_NUMBER, number, List.of(each), null))
          .toList();
    }
    return byCurrency(lines).values().stream()
        .map(each -> unpaid(Kind.UNKNOWN, number, each, null))
        .toList();
  }

  private static List<Finding> of(PaidLabel label, List<InvoiceLine> lines) {
    List<Finding> findings = new ArrayList<>();
    byCurrency(lines)
        .forEach((currency, part) -> {
          if (currency.equals(label.cost().currency())) {
            findings.addAll(compared(label, part));
          } else {
            findings.add(unpaid(Kind.OTHER_CURRENCY, label.trackingNumber(), part, label));
          }
        });
    return findings;
  }

  /**
   * A charge that is said again is a duplicate as far as its amount was billed too much: where a
   * credit took it back, nothing is left to dispute. The rest is an adjustment.
   */
  private static List<Finding> compared(PaidLabel label, List<InvoiceLine> lines) {
    Money sum = sum(lines);
    Money left = sum.minus(label.due());
    if (label.voided()) {
      return left.isZero() ? List.of() : List.of(finding(Kind.VOIDED, label, sum, left, lines));
    }
    List<InvoiceLine> repeated = new ArrayList<>();
    List<InvoiceLine> others = new ArrayList<>();
    Set<Charge> said = new HashSet<>();
    for (InvoiceLine line : lines) {
      boolean first = said.add(new Charge(line.amount(), line.kind()));
      if (!first && isPositive(line.amount()) && line.amount().compareTo(left) <= 0) {
        repeated.add(line);
        left = left.minus(line.amount());
      } else {
        others.add(line);
      }
    }
    List<Finding> findings = new ArrayList<>();
    if (!repeated.isEmpty()) {
      findings.add(finding(Kind.DUPLICATE, label, sum, sum(repeated), repeated));
    }
    if (!left.isZero()) {
      findings.add(finding(Kind.ADJUSTMENT, label, sum, left, others));
    }
    return findings;
  }

  /** What is the same where it is billed twice. */
  private record Charge(Money amount, String kind) {}

  private static boolean isPositive(Money amount) {
    return !amount.isNegative() && !amount.isZero();
  }

  private static Finding unpaid(
      Kind kind, String number, List<InvoiceLine> lines, @Nullable PaidLabel label) {
    Money sum = sum(lines);
    Money paid = label == null ? null : label.due();
    return new Finding(kind, number, sum, paid, sum, label, numbers(lines));
  }

  private static Finding finding(
      Kind kind, PaidLabel label, Money billed, Money difference, List<InvoiceLine> lines) {
    return new Finding(
        kind, label.trackingNumber(), billed, label.due(), difference, label, numbers(lines));
  }

  private static List<Long> numbers(List<InvoiceLine> lines) {
    return lines.stream().map(InvoiceLine::line).toList();
  }

  private static SortedMap<String, List<InvoiceLine>> byCurrency(List<InvoiceLine> lines) {
    SortedMap<String, List<InvoiceLine>> parts = new TreeMap<>();
    lines.forEach(
        each -> parts.computeIfAbsent(each.amount().currency(), it -> new ArrayList<>()).add(each));
    return parts;
  }

  private static Money sum(List<InvoiceLine> lines) {
    return lines.stream()
        .map(InvoiceLine::amount)
        .reduce(Money.zero(lines.getFirst().amount().currency()), Money::plus);
  }
}
