package dev.cutoff.adapter.invoice;

import dev.cutoff.merchant.InvoiceColumns;
import dev.cutoff.money.Money;
import dev.cutoff.postage.InvoiceLine;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a row as a line of the invoice. */
final class LineReading {
  /** As a spreadsheet shows a long number; its digits are lost. */
  private static final Pattern SHORTENED = Pattern.compile("\\d([.,]\\d+)?E\\+?\\d+");

  private static final int MOST_SAID = 40;

  private final Header header;
  private final InvoiceColumns columns;
  private final String currency;
  private final DateTimeFormatter dates;
  private final Amounts amounts;

  LineReading(Header header, InvoiceColumns columns, String currency) {
    this.header = header;
    this.columns = columns;
    this.currency = currency;
    this.dates = columns.dates();
    this.amounts = new Amounts(columns.decimalComma());
  }

  /** How it ended. */
  sealed interface Outcome {
    record Read(InvoiceLine line) implements Outcome {}

    record Not(String why) implements Outcome {}
  }

  /** A cell that is not what its column wants; never leaves this class. */
  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String why) {
      super(why, null, false, false);
    }
  }

  Outcome read(long line, List<String> cells) {
    long behind = cells.stream().skip(header.width()).filter(each -> !each.isBlank()).count();
    if (cells.size() < header.width() || behind > 0) {
      return new Outcome.Not(
          "has %d columns, and the first line has %d".formatted(cells.size(), header.width()));
    }
    try {
      return new Outcome.Read(
          new InvoiceLine(
              line,
              trackingNumber(cells),
              amount(cells),
              date(cells),
              text(cells, columns.kind())));
    } catch (Wrong wrong) {
      return new Outcome.Not(String.valueOf(wrong.getMessage()));
    }
  }

  private String text(List<String> cells, @Nullable String column) {
    return column == null ? "" : cells.get(header.at(column)).strip();
  }

  private static Wrong wrong(String column, String text, String why) {
    String said = text.length() > MOST_SAID ? text.substring(0, MOST_SAID) + "…" : text;
    return new Wrong("column \"%s\": \"%s\" %s".formatted(column, said, why));
  }

  /** Also as spreadsheets are told to leave it alone: {@code ="9400"} and {@code '9400}. */
  private String trackingNumber(List<String> cells) {
    String text = text(cells, columns.trackingNumber());
    String number = text.replaceAll("^=\"|^'|\"$", "");
    if (SHORTENED.matcher(number).matches()) {
      throw wrong(
          columns.trackingNumber(),
          text,
          "is a number that a spreadsheet shortened: take the file as the carrier sent it");
    }
    return number;
  }

  private Money amount(List<String> cells) {
    String text = text(cells, columns.amount());
    String code = columns.currency() == null ? currency : currency(cells, columns.currency());
    return amounts
        .read(text, code)
        .orElseThrow(() -> wrong(columns.amount(), text, amounts.hint(code)));
  }

  private String currency(List<String> cells, String column) {
    String text = text(cells, column);
    try {
      return Currency.getInstance(text.toUpperCase(Locale.ROOT)).getCurrencyCode();
    } catch (IllegalArgumentException noSuchCurrency) {
      throw wrong(column, text, "is no currency code such as USD");
    }
  }

  private @Nullable LocalDate date(List<String> cells) {
    String column = columns.date();
    String text = text(cells, column);
    if (column == null) {
      return null;
    }
    try {
      return LocalDate.parse(text, dates);
    } catch (DateTimeException noDate) {
      throw wrong(column, text, "is no date like " + columns.datePattern());
    }
  }
}
