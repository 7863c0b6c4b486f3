package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.acceptance.browser.Browser;
import dev.cutoff.acceptance.browser.Tab;
import dev.cutoff.acceptance.emulator.Tools;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The customer's page as a browser shows it: on a phone and on a desk, in two languages, in light
 * and dark. Pictures are in target/customer-page.
 */
class PageInBrowserTest {
  private static final Path PICTURES = Path.of("target", "customer-page");

  /** What WCAG 2.2 asks at levels A and AA, and what is known to go wrong besides. */
  private static final String AUDIT =
      """
      axe.run(document, {resultTypes: ['violations']}).then(found => found.violations
          .filter(each => ['serious', 'critical'].includes(each.impact))
          .map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' | ')))
      """;

  private static RunningShop shop;
  private static Browser browser;
  private static final Map<String, String> LOCALES = Map.of("en", "en-US", "de", "de-DE");
  private static final Map<String, Integer> NUMBERS = Map.of("en", 1001, "de", 1002);

  @BeforeAll
  static void open() throws IOException {
    Optional<Path> chromium = Browser.find();
    Assumptions.assumeTrue(
        chromium.isPresent(), "the page in a browser: no Chromium here (apt install chromium)");
    browser = Browser.start(chromium.orElseThrow());
    shop = RunningShop.open(Shops.folder(), Clockwork.virtual(RunningShop.START), Map.of());
    Play play = new Play(shop);
    NUMBERS.forEach((language, number) -> {
      AShopifyOrder order =
          AShopifyOrder.number(number)
              .line("MAPLE-SYRUP", 1, 1400)
              .line("SURF-WAX", 2, 900)
              .with(json -> json.put("customer_locale", LOCALES.get(language)));
      play.places(order).is(202);
      play.becomes(order.orderId(), "labelled");
    });
    for (int rounds = 0; rounds < 2; rounds++) {
      shop.pass(Duration.ofHours(7));
      play.couriersScan();
    }
    shop.pass(Duration.ofHours(1));
    play.carrierSays("DTC-1001", "delivery_attempted", "Boston, MA");
  }

  @AfterAll
  static void close() throws IOException {
    // Where they were not opened the tests were skipped.
    if (shop != null) {
      shop.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en, 360, 740, light",
    "de, 360, 740, light",
    "en, 1280, 900, light",
    "de, 1280, 900, light",
    "en, 360, 740, dark",
    "de, 1280, 900, dark",
    // A window of 640 at 200 %, and the narrowest that WCAG's reflow asks for.
    "de, 320, 640, light"
  })
  void everybodyCanReadIt(String language, int width, int height, String scheme) throws Exception {
    Tab tab = browser.open().sized(width, height).preferring(scheme).show(address(language));
    String name = "%s-%d-%s".formatted(language, width, scheme);
    tab.picture(PICTURES.resolve(name + ".png"), false);
    tab.picture(PICTURES.resolve(name + "-whole.png"), true);

    assertThat(tab.value("document.documentElement.lang").asText()).isEqualTo(language);
    assertThat(tab.value("document.documentElement.scrollWidth").asInt())
        .as("nothing is wider than the window")
        .isLessThanOrEqualTo(width);
    assertThat(tab.value("performance.getEntriesByType('resource').length").asInt())
        .as("nothing else is fetched")
        .isZero();
    // The policy lets the look through: else the band would have no colour.
    String band = "getComputedStyle(document.querySelector('header')).backgroundColor";
    assertThat(tab.value(band).asText()).isEqualTo("rgb(29, 92, 79)");
    tab.value(Files.readString(axe()) + ";0");
    assertThat(tab.value(AUDIT)).as("what axe finds serious or critical").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void aKeyboardReachesEverythingAndSeesWhereItIs(String language) {
    Tab tab = browser.open().sized(1280, 900).preferring("light").show(address(language));
    int stops = tab.value("document.querySelectorAll('a, summary').length").asInt();

    assertThat(stops).isGreaterThanOrEqualTo(3);
    for (int i = 0; i < stops; i++) {
      tab.press("Tab");
      assertThat(tab.value("document.activeElement.matches('a, summary')").asBoolean()).isTrue();
      assertThat(tab.value("getComputedStyle(document.activeElement).outlineStyle").asText())
          .isEqualTo("solid");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void whatIsNotThereCanBeReadToo(int width) throws Exception {
    Tab tab =
        browser
            .open()
            .sized(width, 740)
            .preferring("light")
            .show(URI.create(shop.address() + "/t/AAAAAAAAAAAAAAAAAAAAAA"));
    tab.picture(PICTURES.resolve("nothing-" + width + ".png"), false);

    assertThat(tab.value("document.querySelectorAll('h1').length").asInt()).isOne();
    tab.value(Files.readString(axe()) + ";0");
    assertThat(tab.value(AUDIT)).isEmpty();
  }

  private static Path axe() {
    return Tools.file("axe", "axe.min.js");
  }

  private static URI address(String language) {
    return URI.create(shop.address() + shop.pageOf("DTC-" + NUMBERS.get(language)));
  }
}
