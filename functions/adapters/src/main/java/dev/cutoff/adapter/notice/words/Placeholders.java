package dev.cutoff.adapter.notice.words;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a template may name, and whether it names anything else. */
public final class Placeholders {
  /** Those that stand for words; each also asks whether there are any, as in {{#day}}…{{/day}}. */
  private static final Map<String, String> WORDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("shop", "the store's name"),
              Map.entry("order", "the order's number in the store"),
              Map.entry("day", "the day it arrives, was delivered, or is expected, in full"),
              Map.entry("date", "the same day in short"),
              Map.entry("promised", "the day that was promised, where it comes later"),
              Map.entry("parcels", "how many parcels the news are about"),
              Map.entry("town", "the town it goes to"),
              Map.entry("tracking", "carrier, service and tracking number of each parcel"),
              Map.entry("items", "what is in it"),
              Map.entry("answer", "address where a later day is accepted or cancelled for"),
              Map.entry("answerBy", "last day to answer, where it is cancelled without an answer"),
              Map.entry("link", "address of the customer's page"),
              Map.entry("proof", "proof of delivery, where the carrier gave one")));

  /** Those that only ask: {{#part}}…{{/part}} where it is so, {{^part}}…{{/part}} where not. */
  private static final Map<String, String> QUESTIONS =
      new TreeMap<>(
          Map.of(
              "part", "only a part of the order",
              "several", "more than one parcel",
              "parcel", "it goes by parcel",
              "local", "the shop brings it",
              "pickup", "the customer fetches it",
              "rest", "some of the order is on its way or gone, the rest waits"));

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().escapeHTML(false).defaultValue("").emptyStringIsFalse(true);

  private Placeholders() {}

  /** All names with what they stand for, for people. */
  public static Map<String, String> all() {
    TreeMap<String, String> all = new TreeMap<>(WORDS);
    all.putAll(QUESTIONS);
    return all;
  }

  /** What is wrong with a template, in words for whoever wrote it; empty where nothing is. */
  public static Optional<String> problem(String template) {
    Names names = new Names();
    try {
      compiled(template).visit(names);
    } catch (MustacheException broken) {
      return Optional.of("is no template: " + broken.getMessage());
    }
    if (names.unpaired) {
      return Optional.of("is no template: each {{ wants its }}");
    }
    if (names.unknown.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "names "
            + String.join(", ", names.unknown)
            + ", which is no placeholder; there are {{"
            + String.join("}}, {{", WORDS.keySet())
            + "}}, and the questions {{#"
            + String.join("}}, {{#", QUESTIONS.keySet())
            + "}}, each ended by {{/…}}");
  }

  static Template compiled(String template) {
    return COMPILER.compile(template);
  }

  private static final class Names implements Mustache.Visitor {
    private final List<String> unknown = new ArrayList<>();
    private boolean unpaired;

    @Override
    public void visitText(String text) {
      unpaired |= text.contains("{{") || text.contains("}}");
    }

    @Override
    public void visitVariable(String name) {
      note(name, WORDS.containsKey(name));
    }

    @Override
    public boolean visitInclude(String name) {
      note(">" + name, false);
      return false;
    }

    @Override
    public boolean visitSection(String name) {
      return asked(name);
    }

    @Override
    public boolean visitInvertedSection(String name) {
      return asked(name);
    }

    private boolean asked(String name) {
      note(name, WORDS.containsKey(name) || QUESTIONS.containsKey(name));
      return true;
    }

    private void note(String name, boolean known) {
      if (!known && !unknown.contains(name)) {
        unknown.add(name);
      }
    }
  }
}
