package dev.cutoff.adapter.notice.words;

import dev.cutoff.merchant.Telling;
import dev.cutoff.merchant.Telling.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The words for one kind of news in one customer's language. */
public final class Words {
  private static final Map<String, Map<String, String>> BUILT_IN = new ConcurrentHashMap<>();

  private final Telling telling;
  private final String what;
  private final List<String> languages;

  private Words(Telling telling, String what, List<String> languages) {
    this.telling = telling;
    this.what = what;
    this.languages = languages;
  }

  /** What a notice is made of. */
  enum Part {
    SUBJECT,
    HEADLINE,
    TEXT,
    BRIEF;

    private @Nullable String of(Wording wording) {
      return switch (this) {
        case SUBJECT -> wording.subject();
        case HEADLINE -> wording.headline();
        case TEXT -> wording.text();
        case BRIEF -> wording.brief();
      };
    }

    private String key(String what) {
      return what + "." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Words for news of a kind.
   *
   * @param customers the customer's language, BCP 47; empty where unknown
   */
  public static Words of(Telling telling, String customers, String what) {
    return new Words(telling, what, Languages.of(telling, customers, what));
  }

  /** The language that they are in. */
  public String language() {
    return languages.getFirst();
  }

  /** A part of the notice with the facts put in, as one line. */
  String say(Part part, Map<String, Object> facts) {
    return languages.stream()
        .flatMap(language -> template(part, language).stream())
        .findFirst()
        .map(template -> Plain.line(Placeholders.compiled(template).execute(facts), 1_000))
        .orElseThrow(() -> new IllegalStateException("no words for " + part.key(what)));
  }

  /** A word that is the same in all notices, or empty where this kind of news has none. */
  public String label(String name) {
    return languages.stream()
        .flatMap(language -> Optional.ofNullable(builtIn(language).get("label." + name)).stream())
        .findFirst()
        .orElse("");
  }

  private Optional<String> template(Part part, String language) {
    Wording own = telling.wording(what, language);
    String said = own == null ? null : part.of(own);
    return Optional.ofNullable(said == null ? builtIn(language).get(part.key(what)) : said);
  }

  private static Map<String, String> builtIn(String language) {
    return Languages.BUILT_IN.contains(language)
        ? BUILT_IN.computeIfAbsent(language, Words::read)
        : Map.of();
  }

  private static Map<String, String> read(String language) {
    String name = "words_" + language + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      Properties read = new Properties();
      read.load(new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8));
      Map<String, String> words = new HashMap<>();
      read.stringPropertyNames().forEach(key -> words.put(key, read.getProperty(key)));
      return Map.copyOf(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
