package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.InvoiceColumns;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Which column of a carrier's invoice is what, as the file writes it. */
final class InvoiceBinding {
  private static final LocalDateTime SOME_DAY = LocalDateTime.of(2026, 11, 23, 13, 45, 7);

  private InvoiceBinding() {}

  static InvoiceColumns columns(Field invoice) {
    Optional<Field> date = invoice.find("date");
    Optional<Field> pattern = invoice.find("datePattern");
    if (pattern.isPresent() && date.isEmpty()) {
      throw pattern.get().wrong("is of no use without date, the column that has the dates");
    }
    return new InvoiceColumns(
        Values.text(invoice.get("trackingNumber")),
        Values.text(invoice.get("amount")),
        invoice.find("currency").map(Values::text).orElse(null),
        date.map(Values::text).orElse(null),
        pattern.map(InvoiceBinding::datePattern).orElse(InvoiceColumns.ISO_DATE),
        invoice.find("kind").map(Values::text).orElse(null),
        invoice.find("delimiter").map(InvoiceBinding::delimiter).orElse(','),
        invoice.find("decimalComma").map(Values::flag).orElse(false));
  }

  private static char delimiter(Field field) {
    return switch (Values.choice(field, List.of(",", ";", "tab", "|"))) {
      case ";" -> ';';
      case "tab" -> '\t';
      case "|" -> '|';
      default -> ',';
    };
  }

  /** It has to write a day in such a way that the very day can be read again. */
  private static String datePattern(Field field) {
    String pattern = Values.text(field);
    try {
      DateTimeFormatter dates = InvoiceColumns.dates(pattern);
      if (LocalDate.parse(dates.format(SOME_DAY), dates).equals(SOME_DAY.toLocalDate())) {
        return pattern;
      }
    } catch (DateTimeException | IllegalArgumentException noSuchPattern) {
      // Told below.
    }
    throw field.wrong("must say how a date is written, like uuuu-MM-dd, M/d/uuuu or dd.MM.uuuu");
  }
}
