package dev.cutoff.adapter.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.order.Order;
import dev.cutoff.page.DelayPage;
import dev.cutoff.page.DelayPage.State;
import dev.cutoff.page.OrderPage;
import dev.cutoff.page.Showing;
import dev.cutoff.page.application.CustomerPages.Written;
import dev.cutoff.testkit.AMerchant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The question whether an order that comes later is kept. */
class DelayPageTest {
  private static final HtmlPages PAGES = new HtmlPages();
  private static final LocalDate MONDAY = Parcels.FRIDAY.minusDays(4);
  private static final String BUTTON = "<button type=\"submit\" name=\"answer\" value=\"%s\">";

  static Stream<Arguments> everyStateInEveryLanguage() {
    return Stream.of(State.values())
        .flatMap(state ->
            Stream.of("en-US", "de-DE", "es-MX", "fr-CA").map(it -> Arguments.of(state, it)));
  }

  @ParameterizedTest
  @MethodSource("everyStateInEveryLanguage")
  void everyStateIsToldWithoutHolesWithoutScriptsAndWithoutThePerson(State state, String locale) {
    Written page = PAGES.delay(page(state, locale), "");

    assertThat(page.language()).isEqualTo(locale.substring(0, 2));
    assertThat(page.html())
        .contains("<html lang=\"" + locale.substring(0, 2) + "\">", "<h1>", "#90412")
        .doesNotContain("{{", "{0}", "Optional", "null")
        .doesNotContain(Parcels.PERSONAL)
        .doesNotContainPattern("<(h1|p|dt|dd|button[^>]*|time[^>]*)>\\s*</")
        .doesNotContainPattern("(?i)<script|<img|<link|<iframe|\\son[a-z]+=|url\\(|\\sstyle=");
  }

  @Test
  void itShowsBothDaysTheDeadlineAndTwoButtonsThatSendTheDayThatWasRead() {
    String html = PAGES.delay(page(State.ASKS, "en-US"), "").html();

    assertThat(html)
        .contains("Friday, November 27, 2026", "Monday, November 23, 2026")
        .contains("We need your answer until Thursday, November 26, 2026.")
        .contains("<form method=\"post\">")
        .contains("<input type=\"hidden\" name=\"day\" value=\"2026-11-27\">")
        .contains(BUTTON.formatted("keep"), BUTTON.formatted("cancel"))
        .contains("<a href=\"../0123456789abcdef\">");
  }

  @Test
  void whatIsKeptMayStillBeCancelledAndWhatLeftMayNot() {
    assertThat(PAGES.delay(page(State.KEPT, "en-US"), "").html())
        .contains(BUTTON.formatted("cancel"))
        .doesNotContain(BUTTON.formatted("keep"), "We need your answer");
    assertThat(PAGES.delay(page(State.LEFT, "en-US"), "").html())
        .contains("It is too late to cancel", "You can return it")
        .doesNotContain("<form", "<button");
  }

  @Test
  void theCustomersPageLeadsToTheQuestionWhileItIsOne() {
    Order late = Parcels.promised(Parcels.received("en-US"), MONDAY, Parcels.FRIDAY);

    assertThat(PAGES.order(shown(late), "").html())
        .contains("<a href=\"" + late.trackingToken() + "/delay\">Keep my order or cancel it</a>");
    assertThat(PAGES.order(shown(Parcels.promised(late, MONDAY, null)), "").html())
        .doesNotContain("/delay");
  }

  private static DelayPage page(State state, String locale) {
    boolean asks = state == State.ASKS || state == State.KEPT;
    Order order = Parcels.promised(Parcels.received(locale), MONDAY, asks ? Parcels.FRIDAY : null);
    return new DelayPage(
        shown(order),
        "0123456789abcdef",
        state,
        asks ? MONDAY : null,
        asks ? Parcels.FRIDAY : null,
        asks ? Parcels.FRIDAY.minusDays(1) : null);
  }

  private static OrderPage shown(Order order) {
    return Showing.page(
        AMerchant.shop(),
        order,
        Optional.empty(),
        ZoneId.of("America/Los_Angeles"),
        Instant.parse("2026-11-24T17:00:00Z"));
  }
}
