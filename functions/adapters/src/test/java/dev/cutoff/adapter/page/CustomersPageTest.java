package dev.cutoff.adapter.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Brand;
import dev.cutoff.order.Order;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.page.Expected;
import dev.cutoff.page.OrderPage;
import dev.cutoff.page.Showing;
import dev.cutoff.page.Stage;
import dev.cutoff.page.application.CustomerPages.Written;
import dev.cutoff.tracking.Arrival;
import dev.cutoff.tracking.Track;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CustomersPageTest {
  private static final HtmlPages PAGES = new HtmlPages();
  private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
  private static final int MOST_BYTES = 50_000;
  private static final String HOSTILE =
      "<script>alert(1)</script>\"'><img src=x onerror=a()>\u202e";

  static Stream<Arguments> everyStageInEveryLanguage() {
    return Stream.of(Stage.values())
        .flatMap(stage ->
            Stream.of("en-US", "de-DE", "es-MX", "fr-CA").map(it -> Arguments.of(stage, it)));
  }

  @ParameterizedTest
  @MethodSource("everyStageInEveryLanguage")
  void everyStageIsToldWithoutHolesAndWithoutThePerson(Stage stage, String locale)
      throws IOException {
    OrderPage page = page(Lives.at(stage, locale), Parcels.BRAND, "Acme");

    assertThat(page.stage()).isEqualTo(stage);
    String html = PAGES.order(page, "").html();
    lookAt(stage.wireName() + "-" + locale, html);
    String language = stage == Stage.NOTHING_TO_SEND ? "en" : locale.substring(0, 2);
    assertThat(html)
        .contains("<html lang=\"" + language + "\">", "<h1>", "#90412", "Acme")
        .doesNotContain("{{", "{0}", "{1}", "Optional", "null", "secret-task-token", "fraud")
        .doesNotContain(Parcels.PERSONAL)
        .doesNotContainPattern("<(h1|h2|p|dt|dd|b|span|time[^>]*)>\\s*</");
    assertThat(html.getBytes(UTF_8)).hasSizeLessThan(MOST_BYTES);
  }

  @ParameterizedTest
  @MethodSource("everyStageInEveryLanguage")
  void nothingIsFetchedAndNoScriptRuns(Stage stage, String locale) {
    String html = PAGES.order(page(Lives.at(stage, locale), Parcels.BRAND, "Acme"), "").html();

    assertThat(html)
        .doesNotContainPattern("(?i)<script|<img|<link|<iframe|<form|\\son[a-z]+=|url\\(|@import")
        .doesNotContainPattern("\\sstyle=");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasTheSameWords(Language language) {
    Map<String, String> words = Words.in(language).byName();

    assertThat(words.keySet()).isEqualTo(Words.in(Language.EN).byName().keySet());
    words.forEach((name, sentence) -> {
      assertThat(sentence).as(name).isNotBlank();
      assertThat(places(sentence)).as(name).isEqualTo(places(Words.in(Language.EN).of(name)));
    });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de-DE | fr          | de",
        "''    | fr-FR,en    | fr",
        "pt-BR | es;q=0.8    | es",
        "pt-BR | pt,zz;q=0.1 | en",
        "''    | ''          | en",
        "''    | %%%;q=x     | en",
        "x-%%  | de          | de"
      })
  void theCustomersLanguageGoesBeforeTheBrowsersAndEnglishIsLast(
      String locale, String accepted, String wanted) {
    Order order = Parcels.received(locale);

    assertThat(PAGES.order(page(order, Brand.PLAIN, "Acme"), accepted).language())
        .isEqualTo(wanted);
  }

  @Test
  void daysAndTimesAreTheRecipientsInTheCustomersWriting() {
    Order order =
        Parcels.promised(
            Parcels.sent(Parcels.received("de-DE"), Parcels.scanned(TrackingStatus.IN_TRANSIT)),
            Parcels.FRIDAY,
            null);

    String german = PAGES.order(page(order, Brand.PLAIN, "Acme"), "").html();

    // 16:30 UTC is half past eight in the morning in California.
    assertThat(german)
        .contains("Freitag, 27. November 2026", "datetime=\"2026-11-27\"")
        .contains("24.11.2026, 08:31", "datetime=\"2026-11-24T08:31:00-08:00\"");
  }

  @Test
  void aDayThatWasPutOffIsToldWithTheFirstOneAndAnApology() {
    Order order = Parcels.promised(Parcels.received("en-US"), Parcels.FRIDAY.minusDays(4), null);
    Order later =
        Parcels.promised(Parcels.received("en-US"), Parcels.FRIDAY.minusDays(4), Parcels.FRIDAY);

    assertThat(text(order)).contains("should be there by now", "Monday, November 23, 2026");
    assertThat(text(later))
        .contains("comes later than we promised. We are sorry.")
        .contains("Friday, November 27, 2026", "Monday, November 23, 2026")
        .contains("If it is too late for you");
  }

  @Test
  void theSecondParcelsNumberStandsBesideTheFirst() {
    Order order =
        Parcels.sent(
            Parcels.received("en-US"),
            Parcels.scanned(TrackingStatus.DELIVERED),
            Parcels.scanned(TrackingStatus.IN_TRANSIT));

    assertThat(PAGES.order(page(order, Brand.PLAIN, "Acme"), "").html())
        .contains("Parcel 1 of 2", "Parcel 2 of 2", "<p>Swift Ground<br>", "SW 41", "SW 42")
        .contains("href=\"https://track.swift.example/?n&#x3D;SW%2041\"");
  }

  @Test
  void noDayIsPromisedThatTheCarrierHasPutInDoubtOrThatWaitsForStock() {
    assertThat(text(Lives.at(Stage.AT_CUSTOMS, "en-US")))
        .contains("We had promised it by")
        .doesNotContain("Arrives by");
    assertThat(text(Lives.at(Stage.PARTLY_SENT, "en-US"))).doesNotContain("November 27");
  }

  @Test
  void whatIsOutForDeliveryComesToday() {
    assertThat(text(Lives.at(Stage.OUT_FOR_DELIVERY, "en-US")))
        .contains("Arrives by", "Tuesday, November 24, 2026")
        .doesNotContain("November 27");
  }

  @Test
  void whatToDoIsSaidOnceForEachThingToDo() {
    Order order =
        Parcels.sent(
            Parcels.received("en-US"),
            Parcels.flagged(TrackingFlag.LOST),
            Parcels.flagged(TrackingFlag.AT_PICKUP_POINT));

    assertThat(text(order))
        .containsOnlyOnce("Please tell us, so that we can put it right.")
        .containsOnlyOnce("Please collect it soon.");
  }

  @Test
  void theDayIsARangeWhereItsWayTellsMore() {
    Order order = Lives.at(Stage.SENT, "en-US");
    Arrival.Range range =
        new Arrival.Range(Parcels.FRIDAY.minusDays(1), Parcels.FRIDAY.plusDays(3));
    OrderPage page =
        Showing.page(
            Parcels.shop("Acme", Parcels.BRAND),
            order,
            Optional.of(range),
            CALIFORNIA,
            Parcels.NOW);

    assertThat(page.expected()).isEqualTo(new Expected.Between(range.earliest(), range.latest()));
    assertThat(PAGES.order(page, "").html())
        .contains("Most likely from", "Thursday, November 26", "Monday, November 30")
        .doesNotContain("November 27");
  }

  @Test
  void aProofOfDeliveryIsShownWithoutAWholeName() {
    Order order = Parcels.sent(Parcels.received("en-US"), Parcels.signed("SAM LONG NAME", "Porch"));

    assertThat(text(order))
        .contains("Signed for by SAM N.", "Left at: Porch")
        .doesNotContain("LONG", "door.jpg");
  }

  @Test
  void theCarriersReasonIsToldInItsWords() {
    Order order =
        Parcels.sent(Parcels.received("en-US"), Parcels.attempted("Business closed <on> holidays"));

    assertThat(text(order)).contains("<i>Business closed &lt;on&gt; holidays</i>");
  }

  @Test
  void theCustomerLearnsOfABackorderAndItsDate() {
    assertThat(text(Lives.at(Stage.PARTLY_SENT, "en-US")))
        .contains("Waiting for stock", "Expected on Monday, November 30, 2026");
    assertThat(text(Lives.at(Stage.WAITING_FOR_STOCK, "en-US")))
        .contains("We don&#39;t know the day yet.");
  }

  @Test
  void hostileNamesStayText() {
    Track track = Parcels.longWay(3, HOSTILE);
    Order order =
        Parcels.sent(Parcels.received("en-US", ShippingMethod.Kind.PARCEL, HOSTILE), track);

    String html = PAGES.order(page(order, Parcels.BRAND, HOSTILE), HOSTILE).html();

    assertThat(html)
        .doesNotContain("<script", "<img", "\u202e")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void fourParcelsOfSixtyScansAndALongOrderFit() {
    Track longest = Parcels.longWay(60, "Zustellbasis <Königsbrück> & Söhne ".repeat(8));
    Order order =
        Parcels.sent(
            Parcels.received("de-DE", ShippingMethod.Kind.PARCEL, "<&>".repeat(100)),
            longest,
            longest,
            longest,
            longest);
    Track[] many = Collections.nCopies(40, longest).toArray(Track[]::new);

    String four = PAGES.order(page(order, Parcels.BRAND, "Acme"), "").html();
    String forty = PAGES.order(page(Parcels.sent(order, many), Parcels.BRAND, "Acme"), "").html();

    assertThat(four.getBytes(UTF_8)).hasSizeLessThan(MOST_BYTES);
    assertThat(forty.getBytes(UTF_8)).hasSizeLessThan(MOST_BYTES);
    assertThat(forty).contains("Und 28 weitere Pakete.");
  }

  @Test
  void theLookThatIsAllowedIsTheLookOfThePage() throws Exception {
    Written page = PAGES.order(page(Parcels.received("en-US"), Parcels.BRAND, "Acme"), "");
    Matcher style = Pattern.compile("(?s)<style>(.*?)</style>").matcher(page.html());

    assertThat(style.find()).isTrue();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(UTF_8));
    assertThat(page.stylePolicy())
        .isEqualTo("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    assertThat(style.group(1)).contains("--accent:#1f4fd8", "--on-accent:#ffffff");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatIsNotThereIsToldToo(Language language) {
    String none = PAGES.nothingHere(language.tag()).html();
    String later = PAGES.comeAgain(language.tag()).html();

    assertThat(none)
        .contains("<h1>", "lang=\"" + language.tag() + "\"")
        .doesNotContain("<dl", "{{");
    assertThat(later).contains("<h1>").doesNotContain("<dl", "{{").isNotEqualTo(none);
  }

  private static OrderPage page(Order order, Brand brand, String shop) {
    return Showing.page(
        Parcels.shop(shop, brand), order, Optional.empty(), CALIFORNIA, Parcels.NOW);
  }

  private static String text(Order order) {
    return PAGES.order(page(order, Brand.PLAIN, "Acme"), "").html();
  }

  private static List<String> places(String sentence) {
    List<String> places = new ArrayList<>();
    Matcher place = Pattern.compile("\\{\\d}").matcher(sentence);
    while (place.find()) {
      places.add(place.group());
    }
    Collections.sort(places);
    return places;
  }

  /** For eyes: open functions/adapters/target/pages in a browser. */
  private static void lookAt(String name, String html) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "pages"));
    Files.writeString(folder.resolve(name + ".html"), html);
  }
}
