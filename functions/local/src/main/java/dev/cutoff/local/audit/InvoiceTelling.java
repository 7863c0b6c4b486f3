package dev.cutoff.local.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.money.Money;
import dev.cutoff.postage.InvoiceReport;
import dev.cutoff.postage.InvoiceReport.Finding;
import dev.cutoff.postage.InvoiceReport.Kind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people read of an invoice that was matched, and the same as JSON. */
final class InvoiceTelling {
  private static final long ORDERS_A_LINE = 5_000;
  private static final int MOST_ROWS = 50;
  private static final int MOST_LINES = 6;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final PrintStream out;
  private final String carrier;
  private final @Nullable Path json;
  private long told;

  InvoiceTelling(PrintStream out, String carrier, @Nullable Path json) {
    this.out = out;
    this.carrier = carrier;
    this.json = json;
  }

  /** However long it takes. */
  boolean progress(long orders) {
    if (orders - told >= ORDERS_A_LINE) {
      told = orders;
      System.err.printf("%,d orders read%n", orders);
    }
    return true;
  }

  int refused(String why) throws IOException {
    out.println("Not matched: " + why + ".");
    write(null, why);
    return 2;
  }

  /** The exit code: 0 where nothing is left to look at. */
  int report(InvoiceReport report) throws IOException {
    summary(report);
    for (Kind kind : Kind.values()) {
      List<Finding> findings = report.of(kind);
      if (!findings.isEmpty()) {
        out.println();
        out.println(heading(kind) + ": " + findings.size());
        rows(findings.stream().map(InvoiceTelling::row).toList());
      }
    }
    if (!report.neverBilled().isEmpty()) {
      out.println();
      out.println(
          "Bought in these days and not billed (a later invoice may): "
              + report.neverBilled().size());
      rows(
          report.neverBilled().stream()
              .map(each ->
                  "%-26s %14s  order %s, bought %s"
                      .formatted(
                          each.trackingNumber(),
                          each.cost().display(),
                          each.orderId(),
                          each.boughtOn()))
              .toList());
    }
    if (!report.unread().isEmpty()) {
      out.println();
      out.println("Not read, and so not matched: " + report.unread().size());
      rows(
          report.unread().stream()
              .map(each -> "line %,d: %s".formatted(each.line(), each.why()))
              .toList());
    }
    write(report, null);
    return report.isInOrder() ? 0 : 1;
  }

  private void summary(InvoiceReport report) {
    out.printf(
        "Invoice of %s%s: %,d lines, %s. %,d labels were billed as they were paid.%n",
        carrier,
        report.from() == null ? "" : ", " + report.from() + " to " + report.until(),
        report.lines(),
        report.billed().isEmpty() ? "nothing billed" : amounts(report.billed().values()),
        report.agreed());
    if (report.isInOrder()) {
      out.println("Nothing to dispute.");
      return;
    }
    report
        .sums()
        .forEach((kind, sums) ->
            out.printf(
                "  %-44s %,6d  %14s%n",
                heading(kind), report.of(kind).size(), amounts(sums.values())));
    if (!report.unread().isEmpty()) {
      out.printf("  %-44s %,6d%n", "Lines that could not be read", report.unread().size());
    }
  }

  private static String heading(Kind kind) {
    return switch (kind) {
      case DUPLICATE -> "Billed twice";
      case VOIDED -> "Billed though voided";
      case UNKNOWN -> "Tracking numbers that are none of ours";
      case ADJUSTMENT -> "Billed otherwise than paid";
      case OTHER_CURRENCY -> "Billed in another currency";
      case NO_TRACKING_NUMBER -> "Charges without a tracking number";
    };
  }

  private static String amounts(Collection<Money> amounts) {
    return amounts.stream().map(Money::display).collect(Collectors.joining(", "));
  }

  private static String row(Finding each) {
    String about = each.label() == null ? "" : ", order " + each.label().orderId();
    Money paid = each.paid();
    return "%-26s %14s  billed %s%s%s, %s"
        .formatted(
            each.trackingNumber().isEmpty() ? "-" : each.trackingNumber(),
            each.difference().display(),
            each.billed().display(),
            paid == null ? "" : ", due " + paid.display(),
            about,
            lines(each.lines()));
  }

  private static String lines(List<Long> lines) {
    String all =
        lines.stream().limit(MOST_LINES).map(String::valueOf).collect(Collectors.joining(", "));
    return (lines.size() == 1 ? "line " : "lines ") + all + (lines.size() > MOST_LINES ? " …" : "");
  }

  private void rows(List<String> rows) {
    rows.stream().limit(MOST_ROWS).forEach(each -> out.println("  " + each));
    if (rows.size() > MOST_ROWS) {
      out.printf("  and %,d more: --json FILE has all%n", rows.size() - MOST_ROWS);
    }
  }

  private void write(@Nullable InvoiceReport report, @Nullable String refused) throws IOException {
    if (json == null) {
      return;
    }
    ObjectNode all = JSON.createObjectNode();
    all.put("name", "audit postage");
    all.put("ok", report != null && report.isInOrder());
    all.put("carrier", carrier);
    all.put("refused", refused);
    if (report != null) {
      figures(report, all.putObject("figures"));
      ArrayNode rows = all.putArray("rows");
      report.findings().forEach(each -> finding(each, rows.addObject()));
      ArrayNode never = all.putArray("neverBilled");
      report
          .neverBilled()
          .forEach(each ->
              money(
                  "cost",
                  each.cost(),
                  never
                      .addObject()
                      .put("trackingNumber", each.trackingNumber())
                      .put("orderId", each.orderId())
                      .put("reference", each.reference())
                      .put("boughtOn", each.boughtOn().toString())));
      ArrayNode unread = all.putArray("unread");
      report
          .unread()
          .forEach(each -> unread.addObject().put("line", each.line()).put("why", each.why()));
    }
    JSON.writeValue(json.toFile(), all);
  }

  private static void figures(InvoiceReport report, ObjectNode figures) {
    figures.put("lines", report.lines()).put("agreed", report.agreed());
    figures.put("from", report.from() == null ? null : report.from().toString());
    figures.put("until", report.until() == null ? null : report.until().toString());
    figures.put("neverBilled", report.neverBilled().size());
    figures.put("unread", report.unread().size());
    ArrayNode billed = figures.putArray("billed");
    report.billed().values().forEach(each -> money(each, billed.addObject()));
    report
        .sums()
        .forEach((kind, sums) -> {
          ObjectNode one = figures.putObject(wireName(kind)).put("found", report.of(kind).size());
          ArrayNode differences = one.putArray("differences");
          sums.values().forEach(each -> money(each, differences.addObject()));
        });
  }

  private static void finding(Finding each, ObjectNode row) {
    row.put("kind", wireName(each.kind())).put("trackingNumber", each.trackingNumber());
    row.put("orderId", each.label() == null ? null : each.label().orderId());
    row.put("reference", each.label() == null ? null : each.label().reference());
    money("billed", each.billed(), row);
    money("paid", each.paid(), row);
    money("difference", each.difference(), row);
    ArrayNode lines = row.putArray("lines");
    each.lines().forEach(lines::add);
  }

  private static void money(String name, @Nullable Money money, ObjectNode row) {
    if (money == null) {
      row.putNull(name);
    } else {
      money(money, row.putObject(name));
    }
  }

  private static void money(Money money, ObjectNode into) {
    into.put("amount", money.amount()).put("currency", money.currency());
  }

  private static String wireName(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
