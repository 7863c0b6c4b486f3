package dev.cutoff.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rows of {@code statemachine/ASL.md}. */
final class AslTable {

  record Row(String feature, boolean known, String note) {
    @Override
    public String toString() {
      return feature;
    }
  }

  private AslTable() {}

  static List<Row> rows() {
    Path file = Path.of(System.getProperty("cutoff.root"), "statemachine", "ASL.md");
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith("| ") && !line.startsWith("| feature "))
          .map(AslTable::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    List<String> cells = List.of(line.split("\\|", -1));
    if (cells.size() != 5) {
      throw new IllegalStateException("Not three cells: " + line);
    }
    String verdict = cells.get(2).strip();
    if (!verdict.equals("known") && !verdict.equals("refused")) {
      throw new IllegalStateException("Neither known nor refused: " + line);
    }
    return new Row(cells.get(1).strip(), verdict.equals("known"), cells.get(3).strip());
  }
}
