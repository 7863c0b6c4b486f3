package dev.cutoff.local.outage;

import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.local.Options;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A carrier that does not answer, each day between two times of day.
 *
 * @param to not part of it any more; before {@code from} where it lasts over midnight
 */
record Outage(String carrier, LocalTime from, LocalTime to, Kind kind) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_-]+)=(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)(?:/([a-z0-9]+))?");

  /** Longer than anybody who asks for rates waits, and shorter than a function may take. */
  private static final Duration HANGS = Duration.ofSeconds(30);

  private static final int SERVER_ERROR = 500;

  /** What whoever asks gets to see. */
  enum Kind {
    /** No connection. */
    DOWN,
    /** Half a minute of nothing, then the connection breaks. */
    HANG,
    /** "500 Internal Server Error". */
    ERROR;

    private static Kind of(String word) {
      return switch (word) {
        case "down" -> DOWN;
        case "hang" -> HANG;
        case "500" -> ERROR;
        default ->
            throw new Options.Wrong(
                "--outage knows down, hang and 500, not '" + word + "': ups=14:00-16:00/hang");
      };
    }
  }

  /** "ups=14:00-16:00", "ups=14:00-16:00/hang", "ups=22:00-02:00/500". */
  static Outage parse(String text) {
    Matcher found = FORM.matcher(text);
    if (!found.matches()) {
      throw wrong(text);
    }
    try {
      LocalTime from = LocalTime.parse(found.group(2));
      LocalTime to = LocalTime.parse(found.group(3));
      if (from.equals(to)) {
        throw wrong(text);
      }
      String kind = found.group(4);
      return new Outage(found.group(1), from, to, Kind.of(kind == null ? "down" : kind));
    } catch (DateTimeParseException noTime) {
      throw wrong(text);
    }
  }

  private static Options.Wrong wrong(String text) {
    return new Options.Wrong(
        "--outage wants carrier=HH:MM-HH:MM, as ups=14:00-16:00, not '" + text + "'");
  }

  boolean isAt(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }

  /** Instead of an answer. */
  NoAnswer fails() {
    return switch (kind) {
      case DOWN -> NoAnswer.unreachable();
      case ERROR -> NoAnswer.status(SERVER_ERROR);
      case HANG -> {
        try {
          Thread.sleep(HANGS);
        } catch (InterruptedException givenUp) {
          Thread.currentThread().interrupt();
        }
        yield NoAnswer.unreachable();
      }
    };
  }

  /** "ups hangs from 14:00 to 16:00". */
  String inWords() {
    String how =
        switch (kind) {
          case DOWN -> "can't be reached";
          case HANG -> "hangs";
          case ERROR -> "answers 500";
        };
    return String.format(Locale.ROOT, "%s %s from %s to %s", carrier, how, from, to);
  }
}
