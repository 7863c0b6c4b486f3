package dev.cutoff.api;

import dev.cutoff.money.Money;
import dev.cutoff.postage.InvoiceReport;
import dev.cutoff.postage.application.MatchingInvoice;
import dev.cutoff.postage.application.MatchingInvoice.Outcome;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A carrier's invoice beside the labels, as {@code ./cutoff audit postage} has it. It writes
 * nothing, so that the next page is asked for with the same invoice.
 */
final class InvoicesApi {
  /** As the contract says, on one machine and on AWS alike. */
  private static final int MOST_BYTES = 1 << 20;

  /** Well inside the function's own timeout, with time for what is told. */
  private static final Duration MOST_TIME = Duration.ofSeconds(15);

  private static final int PAGE = 50;

  private final MatchingInvoice matching;
  private final InstantSource clock;

  @Inject
  InvoicesApi(MatchingInvoice matching, InstantSource clock) {
    this.matching = matching;
    this.clock = clock;
  }

  HttpAnswer match(HttpRequest request) {
    String carrier = request.query().getOrDefault("carrier", "").strip();
    if (carrier.isEmpty()) {
      throw new BadRequest("say whose invoice it is: ?carrier=ups, as in the merchant file");
    }
    if (request.body().length > MOST_BYTES) {
      return HttpAnswer.problem(
          413, "Too large", "an invoice has 1 MiB at most here: ./cutoff audit postage takes any");
    }
    Instant until = clock.instant().plus(MOST_TIME);
    return switch (matching.match(
        carrier,
        new ByteArrayInputStream(request.body()),
        orders -> clock.instant().isBefore(until))) {
      case Outcome.Matched matched ->
          HttpAnswer.json(200, view(carrier, matched.report(), request.query().get("cursor")));
      case Outcome.Refused refused -> HttpAnswer.problem(400, "Not matched", refused.why());
      case Outcome.GivenUp givenUp ->
          HttpAnswer.problem(
              503,
              "Not matched in time",
              "%d orders were read and there are more: ./cutoff audit postage takes its time"
                  .formatted(givenUp.orders()));
    };
  }

  private static Map<String, Object> view(
      String carrier, InvoiceReport report, @Nullable String cursor) {
    List<Map<String, Object>> all = new ArrayList<>();
    report.findings().forEach(each -> all.add(finding(each)));
    report
        .neverBilled()
        .forEach(each -> {
          Map<String, Object> row = row("never_billed");
          row.put("trackingNumber", each.trackingNumber());
          row.put("orderId", each.orderId());
          row.put("reference", each.reference());
          row.put("paid", each.cost());
          row.put("boughtOn", each.boughtOn());
          all.add(row);
        });
    report
        .unread()
        .forEach(each -> {
          Map<String, Object> row = row("unread");
          row.put("lines", List.of(each.line()));
          row.put("why", each.why());
          all.add(row);
        });
    int from = from(cursor, all.size());
    int to = Math.min(all.size(), from + PAGE);
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("carrier", carrier);
    view.put("ok", report.isInOrder());
    view.put("figures", figures(report));
    view.put("items", all.subList(from, to));
    view.put("cursor", to == all.size() ? null : to + "." + all.size());
    return view;
  }

  /** A cursor is good for an invoice with as many rows. */
  private static int from(@Nullable String cursor, int rows) {
    if (cursor == null || cursor.isEmpty()) {
      return 0;
    }
    return BadRequest.orBadCursor(() -> {
      int dot = cursor.indexOf('.');
      if (dot < 0 || Integer.parseInt(cursor.substring(dot + 1)) != rows) {
        throw new IllegalArgumentException(cursor);
      }
      int from = Integer.parseInt(cursor.substring(0, dot));
      if (from < 0 || from > rows) {
        throw new IllegalArgumentException(cursor);
      }
      return from;
    });
  }

  private static Map<String, Object> figures(InvoiceReport report) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("lines", report.lines());
    figures.put("agreed", report.agreed());
    figures.put("from", report.from());
    figures.put("until", report.until());
    figures.put("neverBilled", report.neverBilled().size());
    figures.put("unread", report.unread().size());
    figures.put("billed", List.copyOf(report.billed().values()));
    report
        .sums()
        .forEach((kind, sums) ->
            figures.put(
                wireName(kind),
                Map.of(
                    "found", report.of(kind).size(), "differences", List.copyOf(sums.values()))));
    return figures;
  }

  private static Map<String, Object> finding(InvoiceReport.Finding each) {
    Map<String, Object> row = row(wireName(each.kind()));
    row.put("trackingNumber", each.trackingNumber());
    var label = each.label();
    row.put("orderId", label == null ? null : label.orderId());
    row.put("reference", label == null ? null : label.reference());
    row.put("billed", each.billed());
    Money paid = each.paid();
    row.put("paid", paid);
    row.put("difference", each.difference());
    row.put("lines", each.lines());
    return row;
  }

  private static Map<String, Object> row(String kind) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("kind", kind);
    return row;
  }

  private static String wireName(InvoiceReport.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
