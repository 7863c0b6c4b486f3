package dev.cutoff.adapter.notice.email;

import static dev.cutoff.adapter.notice.email.Orders.ID;
import static dev.cutoff.adapter.notice.email.Orders.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.News;
import dev.cutoff.notice.application.Notices.Notice;
import dev.cutoff.order.Order;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.DeliveryProof;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.TrackingStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailNoticesTest {
  private static final String SHIPMENT = "SHP-DTC-90412-1";
  private static final String HOSTILE =
      "<img src=x onerror=alert(1)> & \"co\"\r\nBcc: x@evil.example";

  @TempDir private Path folder;

  @Test
  void theConfirmationSaysWhatWhenAndWhere() {
    Notice notice = written(Orders.usual(), What.CONFIRMED, null, null);

    assertThat(notice.key()).isEqualTo("DTC-90412##confirmed#email");
    assertThat(notice.from()).isEqualTo("Acme Outfitters <orders@acme.example>");
    assertThat(notice.to()).isEqualTo("sam@example.com");
    assertThat(notice.subject()).isEqualTo("We have your order #90412");
    assertThat(notice.text())
        .isEqualTo(
            """
            Thank you for your order

            We have it and are getting it ready. We will write again when it is on its way.

            Order #90412
            Arrives by: Friday, November 27, 2026
            Goes to: Oakland, CA

            Items
              1 x Tee, black, M
              2 x Field notebook, set of 3

            --\s
            Acme Outfitters
            You get this message because you ordered from Acme Outfitters.
            """);
    assertThat(notice.html()).contains("Friday, November 27, 2026", "Oakland, CA");
  }

  @Test
  void theShippingNoticeNamesCarrierAndTrackingNumber() {
    Notice notice = written(Orders.usual(), What.SHIPPED, SHIPMENT, null);

    assertThat(notice.subject()).isEqualTo("Your order #90412 is on its way");
    assertThat(notice.text()).contains("Swift Parcel Ground: SW000000041", "Arrives by: Friday");
    assertThat(notice.html()).contains("Swift Parcel Ground", "SW000000041");
  }

  @Test
  void aPartIsNotCalledTheWholeOrder() {
    Notice notice = written(Orders.usual().in(2), What.SHIPPED, "SHP-DTC-90412-2", null);

    assertThat(notice.subject()).isEqualTo("Part of your order #90412 is on its way");
    assertThat(notice.text())
        .contains("more than one shipment", "2 x Field notebook", "SW000000042")
        .doesNotContain("Tee, black", "SW000000041");
  }

  @Test
  void deliveryIsToldByTheRecipientsCalendarNotByUtc() {
    Notice out = written(Orders.usual(), What.OUT_FOR_DELIVERY, SHIPMENT, SHIPMENT + "-1");
    Notice delivered = written(Orders.usual(), What.DELIVERED, SHIPMENT, SHIPMENT + "-1");

    // 02:30 UTC on Tuesday is Monday evening in Oakland.
    assertThat(out.text()).contains("on Monday, November 23, 2026");
    assertThat(delivered.text())
        .contains("Delivered on: Monday, November 23, 2026", "Went to: Oakland");
  }

  @Test
  void aDeliveryTellsWhoTookItAndWhereItWasLeft() {
    Order order = Orders.usual().order();
    Shipment.Shipped was = (Shipment.Shipped) order.shipments().getFirst();
    Parcel parcel = was.parcels().getFirst();
    Scan scan =
        new Scan(
            "s-1",
            "swift",
            parcel.trackingNumber(),
            TrackingStatus.DELIVERED,
            null,
            NOW,
            "",
            null,
            new DeliveryProof("S EXAMPLE", "Front door", null));
    Order delivered =
        order.changed(change ->
            change.shipment(
                new Shipment.Delivered(
                    was.id(),
                    was.node(),
                    was.lines(),
                    List.of(parcel.with(parcel.track().with(scan))),
                    was.handedOverAt(),
                    NOW,
                    was.receipt(),
                    was.packingSlip())));
    News news = News.of(new Announcement(What.DELIVERED, ID, SHIPMENT, SHIPMENT + "-1", NOW));

    Notice notice =
        notices().write(Orders.merchant(), Orders.store("Acme"), delivered, news).orElseThrow();

    assertThat(notice.text()).contains("Proof of delivery: S EXAMPLE, Front door");
  }

  @Test
  void aPromiseThatWasGivenUpIsNotRepeated() {
    Notice notice = written(Orders.usual().late(), What.SHIPPED, SHIPMENT, null);

    assertThat(notice.text()).contains("Monday, November 30").doesNotContain("November 27");
  }

  @Test
  void aDayThatHasPassedIsNoNews() {
    Announcement late =
        new Announcement(What.SHIPPED, ID, SHIPMENT, null, Instant.parse("2026-12-05T12:00:00Z"));

    assertThat(write(Orders.usual(), late, "Acme").orElseThrow().text()).doesNotContain("Arrives");
  }

  @Test
  void aCancellationPromisesNothing() {
    Notice notice = written(Orders.usual(), What.CANCELLED, null, null);

    assertThat(notice.subject()).isEqualTo("Your order #90412 was cancelled");
    assertThat(notice.text()).doesNotContain("Arrives", "SW0000", "Goes to");
  }

  @Test
  void aPickupIsNotOnItsWay() {
    Notice notice =
        written(Orders.usual().as(ShippingMethod.Kind.PICKUP), What.SHIPPED, SHIPMENT, null);

    assertThat(notice.subject()).isEqualTo("You picked up your order #90412");
    assertThat(notice.text()).doesNotContain("Goes to", "carrier");
  }

  @ParameterizedTest
  @EnumSource(
      value = What.class,
      names = {"IN_TRANSIT", "DELAYED", "BACKORDERED"})
  void ofSomeThingsNobodyIsTold(What what) {
    assertThat(write(Orders.usual(), new Announcement(what, ID, SHIPMENT, null, NOW), "Acme"))
        .isEmpty();
  }

  @Test
  void aShipmentThatIsGoneIsNotToldOf() {
    assertThat(
            write(
                Orders.usual(),
                new Announcement(What.SHIPPED, ID, "SHP-DTC-90412-9", null, NOW),
                "Acme"))
        .isEmpty();
  }

  @Test
  void onlyTheTownOfTheAddressTravels() {
    for (What what : What.values()) {
      write(Orders.usual(), new Announcement(what, ID, SHIPMENT, null, NOW), "Acme")
          .ifPresent(notice ->
              assertThat(notice.text() + notice.html())
                  .doesNotContain("Sample St", "Apt 3", "94607", "5105550100", "Sam Example"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "sam",
        "sam@",
        "@example.com",
        "sam@localhost",
        "sam@example.com, eve@evil.example",
        "sam@example.com\r\nBcc: eve@evil.example",
        "sam@example.com\nBcc: eve@evil.example",
        "Sam <sam@example.com>",
        "sam@example.com (Sam)",
        "list: sam@example.com;",
        "s m@example.com",
        "<sam@example.com>",
        "sam@exa mple.com",
        "sam\u0000@example.com",
        "säm@example.com",
        "a@b@example.com",
        "sam@.com.",
        "\"a\r\nb\"@example.com"
      })
  void whoHasNoGoodAddressIsNotWrittenTo(String address) {
    assertThat(
            write(
                Orders.usual().with(address),
                new Announcement(What.CONFIRMED, ID, null, null, NOW),
                "Acme"))
        .isEmpty();
  }

  @Test
  void hostileNamesStayText() {
    Orders hostile =
        Orders.usual()
            .named("#1\r\nBcc: eve@evil.example", HOSTILE)
            .goingTo(Orders.address("<script>Town", "CA", "US"), "en-US");
    Notice notice =
        write(hostile, new Announcement(What.SHIPPED, ID, SHIPMENT, null, NOW), HOSTILE)
            .orElseThrow();

    assertThat(notice.html()).doesNotContain("<img", "<script").contains("&lt;img src&#x3D;x");
    assertThat(notice.subject()).doesNotContain("\r", "\n");
    assertThat(notice.from()).doesNotContain("\r", "\n");
    assertThat(notice.text().lines()).noneMatch(line -> line.startsWith("Bcc"));
  }

  @Test
  void theDirectionOfWritingCannotBeTurnedAround() {
    Notice notice =
        written(
            Orders.usual().named("#1\u202e", "gift\u202etxt.exe\u2066"),
            What.CONFIRMED,
            null,
            null);

    assertThat(notice.subject() + notice.text()).doesNotContain("\u202e", "\u2066");
  }

  @Test
  void anAddressAbroadGetsItsOwnWayToWriteADay() {
    Orders abroad = Orders.usual().goingTo(Orders.address("Berlin", "", "DE"), "de-DE");

    assertThat(written(abroad, What.CONFIRMED, null, null).text())
        .contains("Freitag, 27. November 2026", "Geht nach: Berlin\n");
  }

  @Test
  void theFolderIsRepeatable() {
    assertThat(notices().repeatable()).isTrue();
    assertThat(notices().medium()).isEqualTo("email");
  }

  /** For eyes: open functions/adapters/target/notices in a browser. */
  @Test
  void everyNoticeCanBeLookedAt() throws Exception {
    Path target = Path.of("target", "notices");
    Files.createDirectories(target);
    List<String> many = new ArrayList<>(Collections.nCopies(3, "Tee, black, M"));
    many.add(
        "Grandmother's hand-knitted merino winter cardigan with horn buttons, extra long sleeves");
    many.add("Unbreakable" + "x".repeat(100));
    many.add("日本語の商品名 – مِحفظة – Größe ☕");
    for (What what : What.values()) {
      var about = new Announcement(what, ID, what == What.CONFIRMED ? null : SHIPMENT, null, NOW);
      Optional<Notice> plain = write(Orders.usual(), about, "Acme Outfitters");
      if (plain.isPresent()) {
        Files.writeString(target.resolve(what.wireName() + ".html"), plain.get().html());
        assertThat(plain.get().html()).doesNotContain("{{", "Optional", "null");
        assertThat(plain.get().text()).doesNotContain("{{", "Optional", "null");
      }
    }
    Orders full =
        new Orders(
            "Sam",
            "sam@example.com",
            "en-US",
            "#90412-WITH-A-VERY-LONG-NUMBER-1234567890",
            many,
            Orders.address("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "", "GB"),
            ShippingMethod.Kind.PARCEL,
            false,
            2);
    Files.writeString(target.resolve("full.html"), written(full, What.SHIPPED, null, null).html());
  }

  private EmailNotices notices() {
    return new EmailNotices(new EmlFolder(folder), InstantSource.fixed(NOW), "");
  }

  private Notice written(
      Orders order,
      What what,
      @org.jspecify.annotations.Nullable String shipment,
      @org.jspecify.annotations.Nullable String parcel) {
    return write(order, new Announcement(what, ID, shipment, parcel, NOW), "Acme Outfitters")
        .orElseThrow();
  }

  private Optional<Notice> write(Orders order, Announcement announcement, String shop) {
    return notices()
        .write(Orders.merchant(), Orders.store(shop), order.order(), News.of(announcement));
  }
}
