package dev.cutoff.adapter.notice.words;

import dev.cutoff.adapter.channel.Announced;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.News;
import dev.cutoff.order.Order;
import java.util.Map;
import java.util.Optional;

/** Finds the words for news about one order. */
public final class LetterWriter {
  private static final int LONGEST = 120;

  private final String publicUrl;

  /**
   * Writes with links to the customer's page.
   *
   * @param publicUrl where the customer's pages are, without a slash at the end; empty for none
   */
  public LetterWriter(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /**
   * Empty where customers are not told of such things.
   *
   * @param medium that it is written for
   */
  public Optional<Letter> write(
      String medium, Merchant merchant, Store store, Order order, News news) {
    return Scope.of(order, news)
        .map(scope -> new Facts(merchant, store, order, news, scope))
        .filter(Facts::isNews)
        .map(facts -> letter(medium, facts));
  }

  private Letter letter(String medium, Facts facts) {
    String what = facts.news().what().wireName();
    Words words =
        Words.of(facts.store().telling(), facts.order().document().customer().locale(), what);
    String page = Announced.page(publicUrl, facts.order());
    Map<String, Object> named = facts.named(words.language(), page);
    // One button a mail: the question's page leads to the order's.
    Optional<String> answer = facts.answer(page);
    boolean arrived = facts.news().what() == What.DELIVERED;
    return new Letter(
        words.language(),
        facts.shop(),
        Plain.line(words.say(Words.Part.SUBJECT, named), LONGEST),
        words.say(Words.Part.HEADLINE, named),
        words.say(Words.Part.TEXT, named),
        words.say(Words.Part.BRIEF, named),
        words.label("order"),
        facts.number(),
        when(words, what, String.valueOf(named.get("day"))).orElse(null),
        words.label(arrived ? "wentTo" : "goesTo"),
        facts.town().orElse(null),
        facts.proof().map(proof -> new Letter.Titled(words.label("proof"), proof)).orElse(null),
        words.label("items"),
        facts.items(),
        words.label(
            (arrived ? "arrivedParcel" : "followParcel") + (facts.parcels().size() > 1 ? "s" : "")),
        facts.parcels().stream().map(facts::tracked).toList(),
        words.label(answer.isPresent() ? "answer" : "page"),
        page.isEmpty() ? null : answer.orElse(page),
        words.label("why").replace("{{shop}}", facts.shop()),
        words.label("stop"),
        page.isEmpty() ? null : page + "/stop/" + medium);
  }

  /** Where the kind of news has no label for it, its text says the day, or there is none. */
  private static Optional<Letter.Titled> when(Words words, String what, String day) {
    String label = words.label("when." + what);
    return label.isEmpty() || day.isEmpty()
        ? Optional.empty()
        : Optional.of(new Letter.Titled(label, day));
  }
}
