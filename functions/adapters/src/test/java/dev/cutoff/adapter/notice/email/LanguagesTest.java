package dev.cutoff.adapter.notice.email;

import static dev.cutoff.adapter.notice.email.Orders.ID;
import static dev.cutoff.adapter.notice.email.Orders.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.adapter.notice.phone.MessageFolder;
import dev.cutoff.adapter.notice.phone.PhoneNotices;
import dev.cutoff.adapter.notice.words.Languages;
import dev.cutoff.adapter.notice.words.StopPage;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.Telling;
import dev.cutoff.merchant.Telling.Wording;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.News;
import dev.cutoff.notice.application.Notices;
import dev.cutoff.notice.application.Notices.Notice;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Order;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.plan.Promise;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which words a customer gets, and that there is no hole in any of them. */
class LanguagesTest {
  private static final String PAGES = "https://orders.acme.example";
  private static final String FIRST = "SHP-DTC-90412-1";
  private static final ZoneId OAKLAND = ZoneId.of("America/Los_Angeles");
  private static final LocalDate LATE = LocalDate.of(2026, 12, 2);
  private static final Set<What> TOLD = told();

  private static Set<What> told() {
    Set<What> all = new TreeSet<>(Set.of(What.values()));
    all.remove(What.IN_TRANSIT);
    return all;
  }

  /** Every language, with and without pages, for whole orders and parts, by each way of sending. */
  static Stream<Orders> everyOrder() {
    return Languages.BUILT_IN.stream()
        .flatMap(language ->
            Stream.of(ShippingMethod.Kind.values())
                .flatMap(kind ->
                    Stream.of(1, 2)
                        .map(shipments ->
                            Orders.usual()
                                .as(kind)
                                .in(shipments)
                                .goingTo(Orders.address("Oakland", "CA", "US"), language))));
  }

  @ParameterizedTest
  @MethodSource("everyOrder")
  void noNoticeHasAHole(Orders orders) {
    for (What what : TOLD) {
      for (String pages : List.of("", PAGES)) {
        for (boolean promised : List.of(true, false)) {
          for (boolean merged : List.of(true, false)) {
            Order order = state(orders, what, promised);
            for (Notices by : media(pages)) {
              by.write(Orders.merchant(), Orders.store("Acme"), order, news(orders, what, merged))
                  .ifPresent(notice -> isWhole(notice, what + " " + orders.locale()));
            }
          }
        }
      }
    }
  }

  @Test
  void everyKindOfNewsIsTold() {
    for (What what : TOLD) {
      Order order = state(Orders.usual(), what, true);
      assertThat(
              media(PAGES)
                  .getFirst()
                  .write(
                      Orders.merchant(),
                      Orders.store("Acme"),
                      order,
                      news(Orders.usual(), what, false)))
          .as(what.wireName())
          .isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en-US, en, 'Friday, November 27, 2026'",
    "en-GB, en, 'Friday, 27 November 2026'",
    "de, de, 'Freitag, 27. November 2026'",
    "de_AT, de, 'Freitag, 27. November 2026'",
    "es-MX, es, 'viernes, 27 de noviembre de 2026'",
    "fr-CA, fr, 'vendredi 27 novembre 2026'",
    "'', en, 'Friday, November 27, 2026'",
    "ja-JP, en, 'Friday, November 27, 2026'",
    "'!!', en, 'Friday, November 27, 2026'"
  })
  void theDayIsWrittenAsTheCustomerReadsIt(String locale, String language, String day) {
    Notice notice = shipped(Telling.PLAIN, locale);

    assertThat(notice.language()).isEqualTo(language);
    assertThat(notice.text()).contains(day);
    assertThat(notice.html()).contains("<html lang=\"" + language + "\">");
  }

  @Test
  void whoseLanguageHasNoWordsGetsTheStores() {
    Telling german = new Telling("de-CH", List.of("email"), null, "", Map.of());

    assertThat(shipped(german, "ja").subject()).isEqualTo("Ihre Bestellung #90412 ist unterwegs");
    assertThat(shipped(german, "fr").subject()).isEqualTo("Votre commande #90412 est en route");
  }

  @Test
  void theShopsOwnWordsGoBeforeTheBuiltInOnesPartByPart() {
    Telling own =
        new Telling(
            "en",
            List.of("email"),
            null,
            "",
            Map.of(
                "shipped",
                Map.of(
                    "de", new Wording("{{order}} rollt an!", null, null, null),
                    "de-AT", new Wording(null, null, "Servus, {{items}} kommt.", null),
                    "nl", new Wording("{{order}} is onderweg", null, null, null))));

    Notice austrian = shipped(own, "de-AT");
    assertThat(austrian.subject()).isEqualTo("#90412 rollt an!");
    assertThat(austrian.text()).contains("Servus, 1 x Tee, black, M, 2 x Field notebook");
    assertThat(shipped(own, "de").text()).contains("Der Paketdienst hat Ihr Paket.");
    assertThat(shipped(own, "nl").subject()).isEqualTo("#90412 is onderweg");
    assertThat(shipped(own, "nl").text()).contains("The carrier has your parcel.");
  }

  @Test
  void severalParcelsAreSeveralInEveryLanguage() {
    assertThat(merged("en").text()).contains("your 2 parcels on board", "SW000000041", "042");
    assertThat(merged("de").text()).contains("Ihre 2 Pakete sind im Lieferwagen");
    assertThat(merged("es").text()).contains("lleva sus 2 paquetes");
    assertThat(merged("fr").text()).contains("a vos 2 colis avec lui");
  }

  @Test
  void oneClickEndsThem() {
    Notice notice = shipped(Telling.PLAIN, "en");

    assertThat(notice.stopLink()).isEqualTo(PAGES + "/t/token/stop/email");
    assertThat(notice.text()).contains(PAGES + "/t/token\n", notice.stopLink());
    assertThat(notice.html()).contains("href=\"" + notice.stopLink() + "\"");
  }

  @Test
  void thePageThatEndsThemSpeaksTheCustomersLanguage() {
    Order order = Orders.usual().goingTo(Orders.address("Oakland", "CA", "US"), "fr-CA").order();

    String asks = new StopPage().html(Orders.store("<Acme>"), order, false);
    String done = new StopPage().html(Orders.store("<Acme>"), order, true);

    assertThat(asks)
        .contains(
            "<html lang=\"fr\">", "<form method=\"post\">", "Plus de messages", "&lt;Acme&gt;")
        .doesNotContain("{{", "null", "<script");
    assertThat(done).contains("C’est fait").doesNotContain("<form");
  }

  @Test
  void aTextMessageIsShort() {
    for (String language : Languages.BUILT_IN) {
      Orders orders = Orders.usual().goingTo(Orders.address("Oakland", "CA", "US"), language);
      Notice notice =
          media(PAGES)
              .getLast()
              .write(
                  Orders.merchant(),
                  Orders.store("Acme"),
                  orders.order(),
                  news(orders, What.SHIPPED, false))
              .orElseThrow();
      assertThat(notice.to()).isEqualTo("+15105550100");
      assertThat(notice.text()).contains("#90412", PAGES + "/t/token").hasSizeLessThan(160);
    }
  }

  private static Notice merged(String language) {
    Orders orders = Orders.usual().in(2).goingTo(Orders.address("Oakland", "CA", "US"), language);
    return media(PAGES)
        .getFirst()
        .write(
            Orders.merchant(),
            Orders.store("Acme"),
            orders.order(),
            news(orders, What.OUT_FOR_DELIVERY, true))
        .orElseThrow();
  }

  private static Notice shipped(Telling telling, String locale) {
    Orders orders = Orders.usual().goingTo(Orders.address("Oakland", "CA", "US"), locale);
    Store store = Orders.store("Acme", telling);
    return media(PAGES)
        .getFirst()
        .write(Orders.merchant(), store, orders.order(), news(orders, What.SHIPPED, false))
        .orElseThrow();
  }

  private static List<Notices> media(String pages) {
    Path nowhere = Path.of("unused");
    return List.of(
        new EmailNotices(new EmlFolder(nowhere), InstantSource.fixed(NOW), pages),
        new PhoneNotices(PhoneNotices.SMS, new MessageFolder(nowhere), pages));
  }

  private static void isWhole(Notice notice, String what) {
    for (String said :
        List.of(notice.subject(), notice.text(), notice.html().isEmpty() ? "x" : notice.html())) {
      assertThat(said)
          .as(what)
          .isNotBlank()
          .doesNotContain("{{", "}}", "null", "Optional")
          .doesNotContain(" .", "..", " ,", ",,", "  .", ": \n");
    }
    assertThat(notice.subject()).as(what).doesNotContain("  ").isEqualTo(notice.subject().strip());
    notice
        .text()
        .lines()
        .forEach(line -> assertThat(line.strip()).as(what + " " + line).doesNotContain("  "));
  }

  /** Of one parcel or shipment, or of the first two together. */
  private static News news(Orders orders, What what, boolean merged) {
    Instant at = what == What.DELAYED ? LATE.atStartOfDay(OAKLAND).toInstant() : NOW;
    return switch (what) {
      case CONFIRMED, BACKORDERED, DELAYED, BACK_ON_TIME, CANCELLED ->
          News.of(new Announcement(what, ID, null, null, at));
      case PACKED, SHIPPED ->
          several(new Announcement(what, ID, FIRST, null, at), "SHP-DTC-90412-2", merged, orders);
      case IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED, DELIVERED, RETURNED ->
          orders.kind() == ShippingMethod.Kind.PARCEL
              ? several(
                  new Announcement(what, ID, FIRST, FIRST + "-1", at),
                  "SHP-DTC-90412-2-1",
                  merged,
                  orders)
              : News.of(new Announcement(what, ID, FIRST, null, at));
    };
  }

  private static News several(Announcement first, String other, boolean merged, Orders orders) {
    boolean can = merged && orders.shipments() > 1 && first.subject().equals(first.about());
    return can ? new News(first, Set.of(first.subject(), other)) : News.of(first);
  }

  private static Order state(Orders orders, What what, boolean promised) {
    Order order = orders.order();
    Promise promise = new Promise(LocalDate.of(2026, 11, 27), OAKLAND, 0.97);
    Backorder waits =
        new Backorder(
            NOW,
            List.of(new Backorder.Part("1", 1, promised ? LATE : null)),
            promised ? LATE : null,
            NOW,
            false,
            null);
    return switch (what) {
      case DELAYED -> order.changed(change -> change.promise(promise.expecting(LATE)));
      case BACKORDERED -> order.changed(change -> change.backorder(waits));
      case CONFIRMED,
          BACK_ON_TIME,
          PACKED,
          SHIPPED,
          IN_TRANSIT,
          OUT_FOR_DELIVERY,
          DELIVERY_ATTEMPTED,
          DELIVERED,
          RETURNED,
          CANCELLED ->
          promised ? order : order.changed(change -> change.promise(null));
    };
  }
}
