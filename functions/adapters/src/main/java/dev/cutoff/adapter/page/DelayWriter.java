package dev.cutoff.adapter.page;

import dev.cutoff.page.DelayPage;
import dev.cutoff.page.OrderPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the words for the question whether an order that comes later is kept. */
final class DelayWriter {
  private DelayWriter() {}

  static DelayView write(Language language, DelayPage asked, String style) {
    OrderPage page = asked.page();
    Words words = Words.in(language);
    Times times = new Times(page.zone(), language.locale(page.locale(), page.country()));
    List<View.Fact> facts = new ArrayList<>();
    day(facts, words.of("later"), asked.day(), times);
    day(facts, words.of("promised"), asked.promised(), times);
    facts.add(new View.Fact(words.of("order"), Line.of(page.orderNumber()), null));
    String state = "delay_" + asked.state().wireName();
    LocalDate day = asked.day();
    LocalDate until = asked.mayKeep() ? asked.answerUntil() : null;
    return new DelayView(
        language.tag(),
        style,
        Line.of(page.shop()),
        words.of(state),
        words.of(state + "_more"),
        until == null ? null : words.of("delay_deadline", times.day(until)),
        facts,
        asked.mayKeep(),
        asked.mayCancel(),
        day == null ? "" : day.toString(),
        words.of("delay_keep"),
        words.of("delay_cancel"),
        "../" + asked.token(),
        words.of("delay_back"));
  }

  private static void day(
      List<View.Fact> facts, String label, @Nullable LocalDate day, Times times) {
    if (day != null) {
      facts.add(new View.Fact(label, times.day(day), day.toString()));
    }
  }
}
