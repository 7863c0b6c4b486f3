package dev.cutoff.adapter.page;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The words of one language, by name. */
final class Words {
  private static final Map<Language, Words> ALL = all();

  private final Map<String, String> words;

  private Words(Map<String, String> words) {
    this.words = Collections.unmodifiableMap(words);
  }

  static Words in(Language language) {
    Words words = ALL.get(language);
    if (words == null) {
      throw new IllegalStateException("no words in " + language);
    }
    return words;
  }

  /** A sentence; one that is missing is a mistake in the file. */
  String of(String name) {
    String sentence = words.get(name);
    if (sentence == null) {
      throw new IllegalStateException("no word for " + name);
    }
    return sentence;
  }

  /** A sentence with something in it, in the place of {0}, {1}. */
  String of(String name, Object... parts) {
    String sentence = of(name);
    for (int i = 0; i < parts.length; i++) {
      sentence = sentence.replace("{" + i + "}", parts[i].toString());
    }
    return sentence;
  }

  /** All of them, for the template. */
  Map<String, String> byName() {
    return words;
  }

  private static Map<Language, Words> all() {
    Map<Language, Words> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, read("words_" + language.tag() + ".properties"));
    }
    return all;
  }

  private static Words read(String file) {
    Properties properties = new Properties();
    try (Reader reader = new StringReader(Resource.text(file))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> words = new TreeMap<>();
    properties.stringPropertyNames().forEach(name -> words.put(name, properties.getProperty(name)));
    return new Words(words);
  }
}
