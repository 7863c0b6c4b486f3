package dev.cutoff.adapter.notice.email;

import static dev.cutoff.adapter.notice.email.Orders.ID;
import static dev.cutoff.adapter.notice.email.Orders.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.adapter.notice.phone.MessageFolder;
import dev.cutoff.adapter.notice.phone.PhoneNotices;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.News;
import dev.cutoff.notice.application.Notices;
import dev.cutoff.notice.application.Notices.Notice;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Delay;
import dev.cutoff.order.Order;
import dev.cutoff.plan.Promise;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told a later day is told what can be done about it. */
class LaterDayTest {
  private static final ZoneId OAKLAND = ZoneId.of("America/Los_Angeles");
  private static final LocalDate PROMISED = LocalDate.parse("2026-11-27");
  private static final LocalDate FIRST = LocalDate.parse("2026-12-01");
  private static final LocalDate SECOND = LocalDate.parse("2026-12-04");
  private static final String ANSWER = "https://shop.example/t/token/delay";

  @TempDir private Path folder;

  @Test
  void aFirstDelayMayBeAcceptedOrCancelledForByOneButton() {
    Notice mail = written(mails("https://shop.example"), late(FIRST), delayed(FIRST));

    assertThat(mail.text())
        .contains("we promised it by Friday, November 27, 2026 and can't keep that.")
        .contains("You can wait for it or cancel it.")
        .contains("Keep it or cancel it: " + ANSWER)
        .doesNotContain("We need your answer", "please tell us");
    assertThat(mail.html()).contains("href=\"" + ANSWER + "\"");
  }

  @Test
  void aSecondDelayNamesTheLastDayToAnswerAndWhatSilenceMeans() {
    Delay first = Delay.told(null, offer(FIRST), NOW, Duration.ofDays(2));
    Delay second = Delay.told(first, offer(SECOND), NOW, Duration.ofDays(2));
    Order order = late(SECOND).changed(change -> change.delay(second));

    String need =
        "We need your answer until Tuesday, December 1, 2026; without it we cancel your order.";
    assertThat(written(mails("https://shop.example"), order, delayed(SECOND)).text())
        .contains(need);
    PhoneNotices phone =
        new PhoneNotices(
            PhoneNotices.SMS, new MessageFolder(folder.resolve("m")), "https://shop.example");
    assertThat(written(phone, order, delayed(SECOND)).text()).contains(need, ANSWER);
  }

  @Test
  void whatLeftTheHouseIsNoQuestionAnyMore() {
    Order gone =
        Orders.usual()
            .order()
            .changed(
                change -> change.promise(new Promise(PROMISED, OAKLAND, 0.97).expecting(FIRST)));

    assertThat(written(mails("https://shop.example"), gone, delayed(FIRST)).text())
        .contains("If it is too late for you, please tell us.", "https://shop.example/t/token")
        .doesNotContain("/delay", "cancel");
  }

  @Test
  void aShopWithoutAPublicAddressOffersNoLink() {
    assertThat(written(mails(""), late(FIRST), delayed(FIRST)).text())
        .contains("please tell us")
        .doesNotContain("/delay", "cancel");
  }

  @Test
  void whoWaitsForStockLongerThanThirtyDaysWithoutAPromisedDayIsAskedToo() {
    assertThat(written(mails("https://shop.example"), waiting(40), backordered()).text())
        .contains("You can wait for it or cancel it.", ANSWER);
    assertThat(written(mails("https://shop.example"), waiting(20), backordered()).text())
        .doesNotContain("cancel", ANSWER);
  }

  private EmailNotices mails(String pages) {
    return new EmailNotices(new EmlFolder(folder.resolve("e")), InstantSource.fixed(NOW), pages);
  }

  private static Notice written(Notices notices, Order order, Announcement news) {
    return notices
        .write(Orders.merchant(), Orders.store("Acme"), order, News.of(news))
        .orElseThrow();
  }

  private static Order late(LocalDate expected) {
    return Orders.usual()
        .order()
        .changed(change ->
            change
                .shipments(List.of())
                .promise(new Promise(PROMISED, OAKLAND, 0.97).expecting(expected)));
  }

  private static Order waiting(int days) {
    Order order = Orders.usual().order();
    LocalDate day = order.document().placedAt().atZone(OAKLAND).toLocalDate().plusDays(days);
    Backorder waits =
        new Backorder(NOW, List.of(new Backorder.Part("1", 1, day)), day, NOW, false, null);
    return order.changed(change -> change.shipments(List.of()).promise(null).backorder(waits));
  }

  private static Announcement delayed(LocalDate day) {
    return new Announcement(What.DELAYED, ID, null, null, day.atStartOfDay(OAKLAND).toInstant());
  }

  private static Announcement backordered() {
    return new Announcement(What.BACKORDERED, ID, null, null, NOW);
  }

  private static Delay.Offer offer(LocalDate day) {
    return new Delay.Offer(PROMISED, day, OAKLAND);
  }
}
