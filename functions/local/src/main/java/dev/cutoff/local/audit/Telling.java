package dev.cutoff.local.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.audit.application.Report;
import dev.cutoff.exception.StockException;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Correction;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people read of an audit, and the same as JSON. */
final class Telling {
  private static final long ROWS_A_LINE = 20_000;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final PrintStream out;
  private final @Nullable Path json;
  private final ArrayNode rows = JSON.createArrayNode();
  private long told;
  private long found;
  private long applied;

  Telling(PrintStream out, @Nullable Path json) {
    this.out = out;
    this.json = json;
  }

  void progress(long read) {
    if (read < told) {
      told = 0;
    }
    if (read - told >= ROWS_A_LINE) {
      told = read;
      System.err.printf("%,d rows read%n", read);
    }
  }

  void report(Report report) {
    found = report.drifts().size();
    summary(report);
    report.findings().forEach(this::finding);
    report
        .unsettled()
        .forEach(shelf ->
            out.println("unsettled  " + shelf + " moved each time it was read; audit again"));
    report
        .expired()
        .forEach(each ->
            out.printf(
                "expired    %s: %d free units are past their days%n",
                each.shelf(), each.unavailable()));
  }

  private void summary(Report report) {
    out.printf(
        "%,d rows read: %,d shelves, %,d orders compared. %s%n",
        report.rows(),
        report.shelves(),
        report.orders(),
        report.drifts().isEmpty()
            ? "Everything adds up."
            : report.drifts().size() + " do not add up:");
  }

  private void finding(Finding each) {
    out.println();
    out.println(each.refusal().reason() + "  " + each.refusal().message());
    if (!each.orders().isEmpty()) {
      out.println(
          "  orders: "
              + each.orders().stream().map(OrderId::value).collect(Collectors.joining(", ")));
    }
    each.corrections().forEach(one -> out.println("  proposed: " + one.text()));
    ObjectNode row = rows.addObject();
    row.put("reason", each.refusal().reason().name());
    row.put("sku", each.shelf().sku().value());
    row.put("node", each.shelf().node().value());
    if (each.shelf().lot() != null) {
      row.put("lot", each.shelf().lot().id());
    }
    row.put("message", each.refusal().message());
    ArrayNode orders = row.putArray("orders");
    each.orders().forEach(id -> orders.add(id.value()));
    ArrayNode corrections = row.putArray("corrections");
    each.corrections().stream().map(Correction::text).forEach(corrections::add);
  }

  void applied(StockException each) {
    applied++;
    out.println();
    each.corrections().forEach(one -> out.println("done: " + one.text()));
  }

  void notApplied(StockException each, String why) {
    out.println();
    out.println("not done at " + each.shelf() + ": " + why);
  }

  void left(Report after) {
    out.println();
    summary(after);
    after.drifts().forEach(each -> out.println("  " + each.refusal().message()));
  }

  void nothingWritten(Report report) {
    boolean proposed = report.findings().stream().anyMatch(each -> !each.corrections().isEmpty());
    out.println();
    out.println(
        proposed ? "Nothing was changed. --apply does what is proposed." : "Nothing was changed.");
  }

  void write(Report last) throws IOException {
    if (json == null) {
      return;
    }
    ObjectNode all = JSON.createObjectNode();
    all.put("name", "audit stock");
    all.put("ok", last.drifts().isEmpty());
    all.putObject("figures")
        .put("rows", last.rows())
        .put("shelves", last.shelves())
        .put("orders", last.orders())
        .put("found", found)
        .put("applied", applied)
        .put("drifts", last.drifts().size())
        .put("unsettled", last.unsettled().size());
    all.set("rows", rows);
    JSON.writeValue(json.toFile(), all);
  }
}
