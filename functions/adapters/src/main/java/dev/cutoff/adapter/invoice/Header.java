package dev.cutoff.adapter.invoice;

import dev.cutoff.merchant.InvoiceColumns;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first line: where which column is. */
final class Header {
  private static final int MOST_SAID = 300;

  private final List<String> names;
  private final List<String> words;

  Header(List<String> cells) {
    names = cells.stream().map(Header::plain).toList();
    words = cells.stream().map(String::strip).filter(each -> !each.isEmpty()).toList();
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  int width() {
    return names.size();
  }

  int at(String column) {
    return names.indexOf(plain(column));
  }

  /** Why it is not the invoice that the merchant file tells of; empty where it is. */
  Optional<String> wrong(InvoiceColumns columns) {
    String all = String.join("", names);
    if (all.startsWith("<")) {
      return Optional.of("the file is a web page and no CSV, as one gets it without signing in");
    }
    if (all.indexOf('\0') >= 0 || all.startsWith("pk\u0003")) {
      return Optional.of("the file is no text in UTF-8: export the invoice as CSV");
    }
    List<String> wanted =
        Stream.of(
                columns.trackingNumber(),
                columns.amount(),
                columns.currency(),
                columns.date(),
                columns.kind())
            .filter(Objects::nonNull)
            .toList();
    return wanted.stream().flatMap(each -> wrong(each).stream()).findFirst();
  }

  private Optional<String> wrong(String column) {
    return switch (Collections.frequency(names, plain(column))) {
      case 1 -> Optional.empty();
      case 0 -> Optional.of("the first line has no column \"%s\": %s".formatted(column, said()));
      default ->
          Optional.of("the first line has the column \"%s\" more than once".formatted(column));
    };
  }

  private String said() {
    String all = words.stream().collect(Collectors.joining("\", \"", "it has \"", "\""));
    return all.length() > MOST_SAID ? all.substring(0, MOST_SAID) + "…" : all;
  }
}
