package dev.cutoff.adapter.invoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.cutoff.merchant.InvoiceColumns;
import dev.cutoff.postage.InvoiceLine;
import dev.cutoff.postage.application.InvoiceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Invoices as CSV (RFC 4180), UTF-8, with a first line that names the columns; read as a stream,
 * whatever their length.
 */
public final class CsvInvoices implements InvoiceReader {
  private static final int BOM = 0xFEFF;

  /** Longer ones are several rows behind one quote that nobody closed. */
  private static final int MOST_LINES_A_ROW = 4;

  private static final CsvFactory CSV = new CsvFactory();

  /** A row, or why it is none. */
  private record Row(long line, List<String> cells, String broken, boolean last) {
    boolean isBlank() {
      return broken.isEmpty() && cells.stream().allMatch(String::isBlank);
    }

    /** As a spreadsheet says which delimiter it took: "sep=;". */
    boolean isSeparator() {
      return !cells.isEmpty() && cells.getFirst().startsWith("sep=");
    }
  }

  @Override
  public Optional<String> read(
      InputStream invoice,
      InvoiceColumns columns,
      String currency,
      Consumer<InvoiceLine> lines,
      Consumer<InvoiceLine.Unread> unread) {
    try (CsvParser parser = CSV.createParser(withoutBom(invoice))) {
      parser.enable(CsvParser.Feature.WRAP_AS_ARRAY);
      parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(columns.delimiter()));
      var _ = parser.nextToken();
      Optional<Row> first = row(parser);
      while (first.isPresent() && (first.get().isBlank() || first.get().isSeparator())) {
        first = row(parser);
      }
      if (first.isEmpty()) {
        return Optional.of("the file is empty");
      }
      Header header = new Header(first.get().cells());
      Optional<String> wrong = header.wrong(columns);
      if (wrong.isEmpty()) {
        LineReading reading = new LineReading(header, columns, currency);
        rows(parser, reading, lines, unread);
      }
      return wrong;
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  private static Reader withoutBom(InputStream in) throws IOException {
    PushbackReader reader = new PushbackReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int first = reader.read();
    if (first != -1 && first != BOM) {
      reader.unread(first);
    }
    return reader;
  }

  private static void rows(
      CsvParser parser,
      LineReading reading,
      Consumer<InvoiceLine> lines,
      Consumer<InvoiceLine.Unread> unread)
      throws IOException {
    for (Optional<Row> next = row(parser); next.isPresent(); next = row(parser)) {
      Row row = next.get();
      if (!row.broken().isEmpty()) {
        unread.accept(new InvoiceLine.Unread(row.line(), row.broken()));
      } else if (!row.isBlank()) {
        switch (reading.read(row.line(), row.cells())) {
          case LineReading.Outcome.Read read -> lines.accept(read.line());
          case LineReading.Outcome.Not not ->
              unread.accept(new InvoiceLine.Unread(row.line(), not.why()));
        }
      }
      if (row.last()) {
        return;
      }
    }
  }

  /** The next row; empty at the end. */
  private static Optional<Row> row(CsvParser parser) throws IOException {
    long line = 0;
    List<String> cells = new ArrayList<>();
    try {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return Optional.empty();
      }
      line = parser.currentLocation().getLineNr();
      long end = line;
      while (parser.nextToken() == JsonToken.VALUE_STRING) {
        cells.add(parser.getText());
        end = parser.currentLocation().getLineNr();
      }
      return Optional.of(new Row(line, cells, spans(line, end), false));
    } catch (JsonProcessingException broken) {
      return Optional.of(broken(parser, line));
    }
  }

  private static String spans(long line, long end) {
    return end - line < MOST_LINES_A_ROW
        ? ""
        : "the row goes on to line %d: a quote before it is not closed".formatted(end);
  }

  /** The rest of the row is passed over; behind a quote that nobody closes, there is no rest. */
  private static Row broken(CsvParser parser, long line) throws IOException {
    try {
      JsonToken token = parser.nextToken();
      while (token != null && token != JsonToken.END_ARRAY) {
        token = parser.nextToken();
      }
      boolean last = token == null || parser.currentLocation().getLineNr() > line + 1;
      String why =
          last
              ? "a quote is opened and not closed: nothing was read from here on"
              : "a quote stands in the middle of a value";
      return new Row(line, List.of(), why, last);
    } catch (JsonProcessingException again) {
      return new Row(line, List.of(), "is no CSV: nothing was read from here on", true);
    }
  }
}
