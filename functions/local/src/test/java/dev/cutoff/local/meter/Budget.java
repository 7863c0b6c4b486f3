package dev.cutoff.local.meter;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the measured order may use: transitions, and calls and units by function and row kind. */
@JsonPropertyOrder({"transitions", "lambdaCalls", "writeUnits", "readUnits"})
record Budget(
    int transitions,
    SortedMap<String, SortedMap<String, Double>> lambdaCalls,
    SortedMap<String, SortedMap<String, Double>> writeUnits,
    SortedMap<String, SortedMap<String, Double>> readUnits) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static Budget counted(Measured measured) {
    return new Budget(
        measured.transitions(),
        measured.chain().byFunction(Use.LAMBDA_CALLS),
        measured.chain().byFunction(Use.WRITE_UNITS),
        measured.chain().byFunction(Use.READ_UNITS));
  }

  static Budget read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Budget.class);
  }

  void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(this) + "\n");
  }

  /** In words, one line for each figure that differs. */
  List<String> differences(Budget counted) {
    List<String> lines = new ArrayList<>();
    if (transitions != counted.transitions) {
      lines.add("transitions: %d counted, %d allowed".formatted(counted.transitions, transitions));
    }
    compare("Lambda calls", counted.lambdaCalls, lambdaCalls, lines);
    compare("write units", counted.writeUnits, writeUnits, lines);
    compare("read units", counted.readUnits, readUnits, lines);
    return lines;
  }

  private static void compare(
      String what,
      SortedMap<String, SortedMap<String, Double>> counted,
      SortedMap<String, SortedMap<String, Double>> allowed,
      List<String> lines) {
    int before = lines.size();
    SortedSet<String> functions = new TreeSet<>(counted.keySet());
    functions.addAll(allowed.keySet());
    for (String function : functions) {
      SortedMap<String, Double> is = counted.getOrDefault(function, new TreeMap<>());
      SortedMap<String, Double> may = allowed.getOrDefault(function, new TreeMap<>());
      SortedSet<String> rows = new TreeSet<>(is.keySet());
      rows.addAll(may.keySet());
      for (String row : rows) {
        double now = is.getOrDefault(row, 0.0);
        double then = may.getOrDefault(row, 0.0);
        if (now != then) {
          lines.add(
              "%s, %s, %s: %s counted, %s allowed"
                  .formatted(what, function, row, BillTable.number(now), BillTable.number(then)));
        }
      }
    }
    if (lines.size() > before) {
      lines.add(
          before,
          "%s: %s counted, %s allowed, of them:"
              .formatted(what, BillTable.number(sum(counted)), BillTable.number(sum(allowed))));
    }
  }

  private static double sum(SortedMap<String, SortedMap<String, Double>> all) {
    return all.values().stream()
        .flatMap(rows -> rows.values().stream())
        .mapToDouble(Double::doubleValue)
        .sum();
  }
}
