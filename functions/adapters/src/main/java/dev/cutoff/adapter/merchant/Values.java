package dev.cutoff.adapter.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Single values of the file, each with the words that say how to write it. */
final class Values {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,3})?");
  private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final Pattern DURATION =
      Pattern.compile("P(\\d{1,4}D)?(T(\\d{1,4}H)?(\\d{1,4}M)?(\\d{1,6}(\\.\\d{1,3})?S)?)?");

  private Values() {}

  static String text(Field field) {
    if (!field.node().isTextual()) {
      throw field.wrong("must be text in quotes");
    }
    String text = field.node().textValue();
    if (text.isBlank() || !text.equals(text.strip())) {
      throw field.wrong("must not be empty, nor begin or end with a space");
    }
    return text;
  }

  static String text(Field field, Pattern pattern, String hint) {
    String text = text(field);
    if (!pattern.matcher(text).matches()) {
      throw field.wrong(hint);
    }
    return text;
  }

  /** An id as a value type of the domain, which throws at what it refuses. */
  static <T> T id(Field field, Function<String, T> type, String hint) {
    return id(field, text(field), type, hint);
  }

  static <T> T id(Field field, String text, Function<String, T> type, String hint) {
    try {
      return type.apply(text);
    } catch (IllegalArgumentException refused) {
      throw field.wrong(hint);
    }
  }

  static boolean flag(Field field) {
    if (!field.node().isBoolean()) {
      throw field.wrong("must be true or false");
    }
    return field.node().booleanValue();
  }

  static long whole(Field field, long least, long most) {
    JsonNode node = field.node();
    if (!node.isIntegralNumber()
        || !node.canConvertToLong()
        || node.longValue() < least
        || node.longValue() > most) {
      throw field.wrong("must be a whole number from " + least + " to " + most);
    }
    return node.longValue();
  }

  static double number(Field field, double least, double most) {
    double value = field.node().isNumber() ? field.node().doubleValue() : Double.NaN;
    if (!(value >= least && value <= most)) {
      throw field.wrong("must be a number from " + least + " to " + most);
    }
    return value;
  }

  /** In the shop's currency, as people write it: an integer of cents is a mistake by 100 away. */
  static Money money(Field field, String currency) {
    String hint = "must be an amount in " + currency + " in quotes, like \"24.00\"";
    String text = text(field, AMOUNT, hint);
    return Money.parse(text, currency).orElseThrow(() -> field.wrong(hint));
  }

  static long basisPoints(Field field) {
    String text = text(field, PERCENT, "must be a percentage in quotes, like \"8.5\"");
    return new BigDecimal(text).movePointRight(2).longValueExact();
  }

  static String currency(Field field) {
    String hint = "must be a currency code such as USD";
    return id(field, code -> java.util.Currency.getInstance(code).getCurrencyCode(), hint);
  }

  static String country(Field field) {
    String code = text(field);
    if (!COUNTRIES.contains(code)) {
      throw field.wrong("must be a country code of two capital letters, such as US");
    }
    return code;
  }

  static Size size(Field field) {
    List<Located<Integer>> sides = field.each(side -> (int) whole(side, 1, 5_000));
    if (field.node().size() != 3) {
      throw field.wrong("must be [length, width, height] in millimetres");
    }
    if (sides.size() != 3) {
      return new Size(1, 1, 1);
    }
    return new Size(sides.get(0).value(), sides.get(1).value(), sides.get(2).value());
  }

  static ZoneId zone(Field field) {
    String text = text(field);
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      throw field.wrong("is not a known time zone: write it like America/New_York");
    }
    return ZoneId.of(text);
  }

  static LocalDate date(Field field) {
    return time(field, DATE, LocalDate::parse, "must be a day of the calendar, like 2026-11-24");
  }

  static LocalTime time(Field field) {
    return time(field, TIME, LocalTime::parse, "must be a time of day, like 16:00");
  }

  static Duration duration(Field field) {
    String hint = "must be a time span longer than nothing, like PT4H, PT2.5S or P2D";
    Duration span = time(field, DURATION, Duration::parse, hint);
    if (!span.isPositive()) {
      throw field.wrong(hint);
    }
    return span;
  }

  /** One that may be nothing. */
  static Duration spanOrNone(Field field) {
    String hint = "must be a time span, like PT20M; PT0S for none";
    return time(field, DURATION, Duration::parse, hint);
  }

  static DayOfWeek weekday(Field field, String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().substring(0, 3).equals(name))
        .findFirst()
        .orElseThrow(() -> field.wrong("must be a weekday: MON, TUE, WED, THU, FRI, SAT or SUN"));
  }

  static <E extends Enum<E>> E choice(Field field, E[] values) {
    String text = text(field);
    return Arrays.stream(values)
        .filter(value -> Hints.wireName(value).equals(text))
        .findFirst()
        .orElseThrow(
            () -> field.wrong(Hints.oneOf(Arrays.stream(values).map(Hints::wireName).toList())));
  }

  static String choice(Field field, List<String> allowed) {
    String text = text(field);
    if (!allowed.contains(text)) {
      throw field.wrong(Hints.oneOf(allowed));
    }
    return text;
  }

  private static <T> T time(Field field, Pattern pattern, Function<String, T> parse, String hint) {
    try {
      return parse.apply(text(field, pattern, hint));
    } catch (DateTimeException noSuchTime) {
      throw field.wrong(hint);
    }
  }
}
