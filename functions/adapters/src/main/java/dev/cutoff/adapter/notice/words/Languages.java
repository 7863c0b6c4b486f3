package dev.cutoff.adapter.notice.words;

import dev.cutoff.merchant.Telling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which languages to look for words in, the best first: de-AT, de, the store's own, English. */
public final class Languages {
  /** Those that every kind of news has words in. */
  public static final List<String> BUILT_IN = List.of("en", "de", "es", "fr");

  private Languages() {}

  /** As platforms write it, "de-DE" or "de_DE"; one that nobody can read says nothing. */
  static Locale locale(String tag) {
    return Locale.forLanguageTag(tag.strip().replace('_', '-'));
  }

  /** From the first language that there are words in for that kind of news. */
  static List<String> of(Telling telling, String customers, String what) {
    Set<String> chain = new LinkedHashSet<>();
    add(chain, locale(customers));
    add(chain, locale(telling.language()));
    chain.add("en");
    List<String> all = new ArrayList<>(chain);
    while (!BUILT_IN.contains(all.getFirst()) && telling.wording(what, all.getFirst()) == null) {
      all.removeFirst();
    }
    return List.copyOf(all);
  }

  private static void add(Set<String> chain, Locale locale) {
    String language = locale.getLanguage();
    if (!language.isEmpty()) {
      if (!locale.getCountry().isEmpty()) {
        chain.add(language + "-" + locale.getCountry());
      }
      chain.add(language);
    }
  }
}
