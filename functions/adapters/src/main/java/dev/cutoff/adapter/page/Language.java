package dev.cutoff.adapter.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that there are words in. */
enum Language {
  EN,
  DE,
  ES,
  FR;

  /** Longer than any browser says; whatever is longer is no list of languages. */
  private static final int LONGEST_LIST = 500;

  /** The customer's own, else one that the browser asks for, else English. */
  static Language of(String customersLocale, String accepted) {
    return named(Locale.forLanguageTag(customersLocale).getLanguage())
        .or(() -> firstOf(accepted))
        .orElse(EN);
  }

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * How dates are written: as in the customer's own region where that is known, else as where the
   * order goes.
   *
   * @param country it goes to; empty where unknown
   */
  Locale locale(String customersLocale, String country) {
    Locale customers = Locale.forLanguageTag(customersLocale);
    boolean same = customers.getLanguage().equals(tag());
    String region = same && !customers.getCountry().isEmpty() ? customers.getCountry() : country;
    // Of anything else that a tag can say, such as other calendars, nothing is taken over.
    return region.matches("[A-Z]{2}") ? Locale.of(tag(), region) : Locale.of(tag());
  }

  private static Optional<Language> named(String language) {
    return Arrays.stream(values()).filter(each -> each.tag().equals(language)).findFirst();
  }

  private static Optional<Language> firstOf(String accepted) {
    if (accepted.isBlank() || accepted.length() > LONGEST_LIST) {
      return Optional.empty();
    }
    try {
      List<Locale> known = Arrays.stream(values()).map(each -> Locale.of(each.tag())).toList();
      return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(accepted), known))
          .flatMap(locale -> named(locale.getLanguage()));
    } catch (IllegalArgumentException notAList) {
      return Optional.empty();
    }
  }
}
