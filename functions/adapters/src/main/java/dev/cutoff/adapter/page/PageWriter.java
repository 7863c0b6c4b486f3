package dev.cutoff.adapter.page;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Node;
import dev.cutoff.page.Expected;
import dev.cutoff.page.OrderPage;
import dev.cutoff.page.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the words for one order. */
final class PageWriter {
  private final Language language;
  private final Words words;
  private final Times times;
  private final OrderPage page;

  private PageWriter(Language language, OrderPage page) {
    this.language = language;
    this.words = Words.in(language);
    this.times = new Times(page.zone(), language.locale(page.locale(), page.country()));
    this.page = page;
  }

  static View write(Language language, OrderPage page, String style) {
    return new PageWriter(language, page).view(style);
  }

  private View view(String style) {
    String shop = Line.of(page.shop());
    String headline = words.of("stage_" + page.stage().wireName());
    int parcels = Math.min(page.parcels().size(), Room.PARCELS);
    ParcelWriter writer = new ParcelWriter(words, times, page);
    ItemWriter items = new ItemWriter(words, times);
    int room = Room.items(parcels);
    return new View(
        language.tag(),
        style,
        headline + " – " + shop,
        shop,
        headline,
        words.of("stage_" + page.stage().wireName() + "_more"),
        sorry(),
        facts(),
        words.of("advice_" + page.advice().wireName()),
        answer(),
        help(shop),
        IntStream.range(0, parcels).mapToObj(writer::parcel).toList(),
        page.parcels().size() > parcels
            ? words.of("more_parcels", page.parcels().size() - parcels)
            : null,
        words.of(isSent() ? "rest" : "all"),
        items.contents(page.rest(), room),
        items.waiting(page.waiting(), room),
        anyTimes() ? words.of("times", times.clock()) : null,
        words.byName());
  }

  private @Nullable String sorry() {
    return switch (page.expected()) {
      case Expected.Later later -> words.of("sorry_later");
      case Expected.Overdue overdue -> words.of("sorry_overdue");
      case Expected.By by -> null;
      case Expected.Between between -> null;
      case Expected.Uncertain uncertain -> null;
      case Expected.Arrived arrived -> null;
      case Expected.Unknown unknown -> null;
    };
  }

  private List<View.Fact> facts() {
    List<View.Fact> facts = new ArrayList<>();
    switch (page.expected()) {
      case Expected.By by -> facts.add(day("by", by.day()));
      case Expected.Between between -> {
        facts.add(day("earliest", between.earliest()));
        facts.add(day("latest", between.latest()));
      }
      case Expected.Later later -> {
        facts.add(day("later", later.day()));
        facts.add(day("promised", later.promised()));
      }
      case Expected.Uncertain uncertain -> facts.add(day("promised", uncertain.promised()));
      case Expected.Overdue overdue -> facts.add(day("promised", overdue.day()));
      case Expected.Arrived arrived ->
          facts.add(
              new View.Fact(
                  words.of("arrived"), times.at(arrived.at()), times.machine(arrived.at())));
      case Expected.Unknown unknown -> {
        // Nothing is said of days.
      }
    }
    fact(facts, "order", page.orderNumber());
    fact(facts, page.stage() == Stage.DELIVERED ? "went_to" : "goes_to", page.town());
    Node pickup = page.pickup();
    if (pickup != null) {
      fact(facts, "collect_at", whereabouts(pickup));
    }
    return facts;
  }

  private void fact(List<View.Fact> facts, String label, String value) {
    String line = Line.of(value);
    if (!line.isEmpty()) {
      facts.add(new View.Fact(words.of(label), line, null));
    }
  }

  private View.Fact day(String label, LocalDate day) {
    return new View.Fact(words.of(label), times.day(day), day.toString());
  }

  private static String whereabouts(Node node) {
    Address address = node.address();
    return Stream.of(node.name(), address.street1(), address.city())
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private View.@Nullable Link answer() {
    String answer = page.answer();
    return answer == null ? null : new View.Link(answer, words.of("delay_answer"));
  }

  private View.@Nullable Link help(String shop) {
    String help = page.brand().help();
    if (help.isEmpty()) {
      return null;
    }
    return new View.Link(
        help.startsWith("https://") ? help : "mailto:" + help, words.of("ask", shop));
  }

  private boolean isSent() {
    return switch (page.stage()) {
      case KEPT_FOR_PICKUP, PICKED_UP, TO_BE_BROUGHT, BEING_BROUGHT -> false;
      case AWAITING_PAYMENT,
          CHECKING,
          PREPARING,
          WAITING_FOR_STOCK,
          ABOUT_TO_LEAVE,
          PARTLY_SENT,
          SENT,
          OUT_FOR_DELIVERY,
          PARTLY_DELIVERED,
          DELIVERED,
          DELAYED,
          AT_CUSTOMS,
          ATTEMPTED,
          TO_COLLECT,
          RETURNED,
          DAMAGED,
          LOST,
          NOTHING_TO_SEND,
          CANCELLING,
          CANCELLED ->
          true;
    };
  }

  private boolean anyTimes() {
    return page.expected() instanceof Expected.Arrived
        || page.parcels().stream().anyMatch(each -> !each.track().scans().isEmpty());
  }
}
