package dev.cutoff.adapter.merchant;

import dev.cutoff.adapter.notice.words.Placeholders;
import dev.cutoff.merchant.QuietHours;
import dev.cutoff.merchant.Telling;
import dev.cutoff.merchant.Telling.Wording;
import dev.cutoff.notice.Announcement;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How customers are told, as the file writes it; all of it may be left out. */
final class TellingBinding {
  /** The adapters that exist. */
  static final List<String> MEDIA = List.of("email", "sms", "whatsapp");

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
  private static final Pattern WHATS_APP = Pattern.compile("[a-z0-9_]{1,512}");
  private static final String LANGUAGE_HINT =
      "must be a language such as de, or a language and a country such as de-AT";

  /** A queue hides a message for twelve hours at most, and the clock may be put back meanwhile. */
  private static final Duration LONGEST_NIGHT = Duration.ofHours(11);

  private TellingBinding() {}

  static Telling telling(Field store) {
    return store.find("telling").map(it -> it.as(TellingBinding::all)).orElse(Telling.PLAIN);
  }

  private static Telling all(Field telling) {
    List<String> media =
        telling.find("media").map(TellingBinding::media).orElse(Telling.PLAIN.media());
    String template =
        telling
            .find("whatsAppTemplate")
            .map(it ->
                Values.text(it, WHATS_APP, "must be small letters, digits and _, as WhatsApp has"))
            .orElse("");
    if (media.contains("whatsapp") && template.isEmpty()) {
      throw telling.wrong(
          "must have whatsAppTemplate: WhatsApp takes notices in a template it approved alone");
    }
    return new Telling(
        telling.find("language").map(TellingBinding::language).orElse(Telling.PLAIN.language()),
        media,
        telling.find("quietHours").map(it -> it.as(TellingBinding::quiet)).orElse(null),
        template,
        telling.find("templates").map(TellingBinding::templates).orElse(Map.of()));
  }

  private static String language(Field field) {
    return Values.text(field, LANGUAGE, LANGUAGE_HINT);
  }

  private static List<String> media(Field field) {
    return field.each(it -> Values.choice(it, MEDIA)).stream()
        .map(Located::value)
        .distinct()
        .toList();
  }

  private static QuietHours quiet(Field field) {
    LocalTime from = Values.time(field.get("from"));
    LocalTime to = Values.time(field.get("to"));
    Duration night = Duration.between(from, to);
    Duration length = night.isNegative() ? night.plusDays(1) : night;
    if (length.isZero() || length.compareTo(LONGEST_NIGHT) > 0) {
      throw field.wrong("must be longer than nothing and at most eleven hours");
    }
    return new QuietHours(from, to);
  }

  private static Map<String, Map<String, Wording>> templates(Field field) {
    TreeMap<String, Map<String, Wording>> all = new TreeMap<>();
    List<String> kinds =
        Arrays.stream(Announcement.What.values()).map(Announcement.What::wireName).toList();
    field.entries((what, languages) -> {
      if (!kinds.contains(what)) {
        throw languages.wrong(Hints.oneOf(kinds));
      }
      TreeMap<String, Wording> words = new TreeMap<>();
      languages.entries((language, wording) -> {
        if (!LANGUAGE.matcher(language).matches()) {
          throw wording.wrong(LANGUAGE_HINT);
        }
        return words.put(language, wording(wording));
      });
      return all.put(what, words);
    });
    return all;
  }

  private static Wording wording(Field field) {
    return new Wording(
        template(field, "subject"),
        template(field, "headline"),
        template(field, "text"),
        template(field, "brief"));
  }

  private static @Nullable String template(Field wording, String name) {
    Field field = wording.find(name).orElse(null);
    if (field == null) {
      return null;
    }
    String template = Values.text(field);
    // Noted, not thrown: all templates of the file are looked at in one go.
    Placeholders.problem(template).ifPresent(problem -> field.note(field.where(), problem));
    return template;
  }
}
