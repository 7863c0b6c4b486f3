package dev.cutoff.adapter.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.QuietHours;
import dev.cutoff.merchant.Telling;
import dev.cutoff.order.StoreId;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How customers are told, as a person writes it, and what they are told of slips. */
final class TellingFieldsTest {
  private static final String BEFORE = "\"notices\": [\"delayed\"";

  @Test
  void whatIsLeftOutIsMailInTheCustomersLanguage() {
    assertThat(telling(ExampleShop.text())).isEqualTo(Telling.PLAIN);
  }

  @Test
  void allOfItIsRead() {
    Telling telling =
        telling(
            with(
                """
                {"language": "de-CH", "media": ["email", "sms", "whatsapp"],
                 "quietHours": {"from": "21:00", "to": "08:00"}, "whatsAppTemplate": "order_update",
                 "templates": {"shipped": {"de": {"subject": "{{order}} rollt", "brief": "Los!"}}}}
                """));

    assertThat(telling.language()).isEqualTo("de-CH");
    assertThat(telling.media()).isEqualTo(List.of("email", "sms", "whatsapp"));
    assertThat(telling.quietHours())
        .isEqualTo(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)));
    assertThat(telling.whatsAppTemplate()).isEqualTo("order_update");
    assertThat(Objects.requireNonNull(telling.wording("shipped", "de")).subject())
        .isEqualTo("{{order}} rollt");
  }

  @Test
  void anUnknownPlaceholderIsToldWithItsFieldAndThoseThereAre() {
    Problem problem =
        only("{\"templates\": {\"shipped\": {\"de\": {\"text\": \"{{oder}} rollt\"}}}}");

    assertThat(problem.field()).endsWith("stores[0].telling.templates.shipped.de.text");
    assertThat(problem.message()).contains("oder", "{{order}}", "{{tracking}}");
  }

  @Test
  void aBrokenTemplateIsTold() {
    assertThat(only("{\"templates\": {\"shipped\": {\"de\": {\"text\": \"{{#day}}am\"}}}}"))
        .satisfies(problem -> assertThat(problem.message()).contains("is no template"));
  }

  @Test
  void newsThatThereAreNotAreTold() {
    assertThat(only("{\"templates\": {\"shiped\": {}}}").message())
        .contains("out_for_delivery", "shipped");
    assertThat(only("{\"templates\": {\"shipped\": {\"german\": {}}}}").message())
        .contains("such as de");
    assertThat(only("{\"media\": [\"fax\"]}").message()).contains("whatsapp");
  }

  @Test
  void aNightIsElevenHoursAtMost() {
    assertThat(only("{\"quietHours\": {\"from\": \"20:00\", \"to\": \"08:00\"}}").message())
        .contains("eleven");
    assertThat(only("{\"quietHours\": {\"from\": \"20:00\", \"to\": \"20:00\"}}").message())
        .contains("longer than nothing");
  }

  @Test
  void whatsAppWantsItsTemplate() {
    assertThat(only("{\"media\": [\"whatsapp\"]}").message()).contains("whatsAppTemplate");
  }

  private static String with(String telling) {
    return ExampleShop.text()
        .replaceFirst(
            Pattern.quote(BEFORE),
            Matcher.quoteReplacement("\"telling\": " + telling.strip() + ", " + BEFORE));
  }

  private static Problem only(String telling) {
    List<Problem> problems = SlipOfThePen.problems(with(telling).getBytes(StandardCharsets.UTF_8));
    assertThat(problems).as("%s", problems).hasSize(1);
    return problems.getFirst();
  }

  private static Telling telling(String file) {
    if (SlipOfThePen.check(file.getBytes(StandardCharsets.UTF_8))
        instanceof MerchantFile.Read(Merchant merchant)) {
      return merchant.store(new StoreId("acme")).orElseThrow().telling();
    }
    throw new AssertionError("the file is not well");
  }
}
