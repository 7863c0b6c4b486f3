package dev.cutoff.merchant;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a store's customers are told what Cutoff tells them.
 *
 * @param language of who has none that there are words in, BCP 47
 * @param media by which they are told: "email", "sms", "whatsapp"; each who has an address for it
 * @param quietHours in which text messages wait; null where there are none
 * @param whatsAppTemplate name of the template that WhatsApp approved; empty where there is none
 * @param templates the shop's own words, by kind of news and language
 */
public record Telling(
    String language,
    List<String> media,
    @Nullable QuietHours quietHours,
    String whatsAppTemplate,
    Map<String, Map<String, Wording>> templates) {
  /** Where the merchant file says nothing of it. */
  public static final Telling PLAIN = new Telling("en", List.of("email"), null, "", Map.of());

  public Telling {
    media = List.copyOf(media);
    TreeMap<String, Map<String, Wording>> sorted = new TreeMap<>();
    templates.forEach((what, words) ->
        sorted.put(what, java.util.Collections.unmodifiableMap(new TreeMap<>(words))));
    templates = java.util.Collections.unmodifiableMap(sorted);
  }

  /** The shop's own words, where it has any for that kind of news in exactly that language. */
  public @Nullable Wording wording(String what, String language) {
    return templates.getOrDefault(what, Map.of()).get(language);
  }

  /**
   * Words of one kind of news in one language, as mustache templates; null where the built-in ones
   * will do.
   *
   * @param subject of a mail
   * @param headline above a mail
   * @param text of a mail, one or two sentences
   * @param brief all of a text message
   */
  public record Wording(
      @Nullable String subject,
      @Nullable String headline,
      @Nullable String text,
      @Nullable String brief) {}
}
