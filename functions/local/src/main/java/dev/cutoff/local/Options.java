package dev.cutoff.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words behind a command. */
public final class Options {
  private static final Set<String> FLAGS = Set.of("--simulate", "--trace", "--apply", "--again");
  private static final Set<String> WITH_VALUE =
      Set.of(
          "--port",
          "--config",
          "--data",
          "--json",
          "--keep",
          "-e",
          "--secrets",
          "--orders",
          "--change",
          "--outage",
          "--invoice",
          "--carrier",
          "--url",
          "--replay",
          "--store",
          "--since",
          "--large",
          "--units",
          "--runs",
          "--seeds",
          "--seed",
          "--event",
          "--language",
          "--order",
          "--medium",
          "--html");
  private static final int MOST = 1_000_000;

  private final List<String> words = new ArrayList<>();
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, List<String>> repeated = new HashMap<>();

  private Options() {}

  /** The words make no sense; the message says what would. */
  public static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Wrong(String message) {
      super(message);
    }
  }

  public static Options of(List<String> arguments) {
    Options options = new Options();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (FLAGS.contains(word)) {
        options.values.put(word, "");
      } else if (WITH_VALUE.contains(word)) {
        if (i + 1 == arguments.size()) {
          throw new Wrong(word + " wants a value");
        }
        options.values.put(word, arguments.get(++i));
        options.repeated.computeIfAbsent(word, key -> new ArrayList<>()).add(arguments.get(i));
      } else if (word.startsWith("-")) {
        throw new Wrong("unknown option " + word + "; see ./cutoff help");
      } else {
        options.words.add(word);
      }
    }
    return options;
  }

  public boolean has(String flag) {
    return values.containsKey(flag);
  }

  /** All values of an option that was said more than once, in order. */
  public List<String> all(String option) {
    return repeated.getOrDefault(option, List.of());
  }

  /** The value of an option, where it was said. */
  public Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  public Optional<Path> path(String option) {
    return Optional.ofNullable(values.get(option)).map(Path::of);
  }

  /** The value of an option, or a sentence that says what belongs there. */
  public String text(String option, String what) {
    String text = values.get(option);
    if (text == null) {
      throw new Wrong("say " + option + " " + what);
    }
    return text;
  }

  /** A port, 1 to 65535. */
  public int port(int otherwise) {
    String text = values.get("--port");
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
      throw new Wrong("--port wants a number from 1 to 65535, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  /** A number from 1 on. */
  public int number(String option, int otherwise) {
    String text = values.get(option);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
      throw new Wrong(option + " wants a number from 1 to " + MOST + ", not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  /** The word at that place, or a sentence that says what belongs there. */
  public String word(int index, String what) {
    if (index >= words.size()) {
      throw new Wrong("say " + what);
    }
    return words.get(index);
  }
}
