package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.money.Money;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A carrier's invoice, matched by the API. */
class InvoicesTest {
  private static final String HEADER = "Tracking Number,Ship Date,Charge,Net Charge\n";
  private static final String PATH = "/postage/invoices?carrier=parcelpost";

  private final RunningShop shop =
      RunningShop.open(Shops.folder(), Clockwork.virtual(RunningShop.START), Map.of());
  private JsonNode billed;
  private JsonNode forgotten;

  @BeforeEach
  void buyTwoLabels() {
    billed = label(1001);
    forgotten = label(1002);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void everyLineIsHeldToTheLabelsAndWhatIsWrongHasItsOrderAndItsLines() {
    long paid = billed.at("/cost/amount").asLong();
    String text =
        HEADER
            + line(number(billed), paid)
            + line(number(billed), paid)
            + line("1Z999", 123_450)
            + number(billed)
            + ",11/23/2026,Ground,eleven\n";

    JsonNode match = shop.api().postCsv(PATH, text).is(200).json();

    assertThat(match.path("ok").asBoolean()).isFalse();
    assertThat(match.at("/figures/lines").asLong()).isEqualTo(3);
    assertThat(match.at("/figures/duplicate/differences/0/amount").asLong()).isEqualTo(paid);
    assertThat(match.at("/figures/unknown/differences/0/amount").asLong()).isEqualTo(123_450);
    assertThat(match.path("items"))
        .extracting(each -> each.path("kind").asText())
        .containsExactlyInAnyOrder("duplicate", "unknown", "never_billed", "unread");
    JsonNode twice = of(match, "duplicate");
    assertThat(twice.path("orderId").asText()).isEqualTo("DTC-1001");
    assertThat(twice.path("lines")).extracting(JsonNode::asInt).containsExactly(3);
    assertThat(of(match, "never_billed").path("trackingNumber").asText())
        .isEqualTo(number(forgotten));
    assertThat(of(match, "unread").path("why").asText()).contains("Net Charge", "eleven");
  }

  @Test
  void whatIsInOrderSaysSo() {
    String text =
        HEADER
            + line(number(billed), billed.at("/cost/amount").asLong())
            + line(number(forgotten), forgotten.at("/cost/amount").asLong());
    JsonNode match = shop.api().postCsv(PATH, text).is(200).json();
    assertThat(match.path("ok").asBoolean()).isTrue();
    assertThat(match.path("items")).isEmpty();
    assertThat(match.at("/figures/agreed").asLong()).isEqualTo(2);
  }

  @Test
  void manyFindingsComePageByPageForTheSameInvoice() {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < 70; i++) {
      text.append(line("NOBODYS" + i, 100 + i));
    }
    Set<String> seen = new HashSet<>();
    JsonNode first = shop.api().postCsv(PATH, text.toString()).is(200).json();
    first.path("items").forEach(each -> seen.add(each.path("trackingNumber").asText()));
    assertThat(seen).hasSize(50);
    String next = PATH + "&cursor=" + first.path("cursor").asText();
    JsonNode second = shop.api().postCsv(next, text.toString()).is(200).json();
    second.path("items").forEach(each -> seen.add(each.path("trackingNumber").asText()));
    assertThat(second.path("cursor").isNull()).isTrue();
    assertThat(seen).as("70 of nobody and two that were not billed").hasSize(72);
    assertThat(shop.api().postCsv(next, HEADER + line("1Z999", 1)).is(400).text("detail"))
        .contains("of the same list");
  }

  @Test
  void whatIsNoInvoiceIsRefusedInWords() {
    assertThat(shop.api().postCsv(PATH, "<html>Sign in</html>").is(400).text("detail"))
        .contains("web page");
    assertThat(
            shop.api().postCsv("/postage/invoices?carrier=nobody", HEADER).is(400).text("detail"))
        .contains("no carrier nobody");
    assertThat(shop.api().postCsv("/postage/invoices?carrier=swift", HEADER).is(400).text("detail"))
        .contains("has no invoice in the merchant file");
    shop.api().postCsv("/postage/invoices", HEADER).is(400);
    shop.api().postCsv(PATH, HEADER + "x".repeat(1 << 20)).is(413);
  }

  private JsonNode label(int number) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.number(number).line("MUG-01", 2, 1250);
    play.places(order).is(202);
    JsonNode parcel = play.becomes(order.orderId(), "labelled").at("/shipments/0/parcels/0");
    assertThat(parcel.path("carrier").asText()).isEqualTo("parcelpost");
    return parcel;
  }

  private static String number(JsonNode parcel) {
    return parcel.path("trackingNumber").asText();
  }

  private static String line(String number, long cents) {
    String amount = Money.of(cents, "USD").display().substring("USD ".length());
    return "%s,11/23/2026,Ground,\"%s\"\n".formatted(number, amount);
  }

  private static JsonNode of(JsonNode match, String kind) {
    for (JsonNode each : match.path("items")) {
      if (each.path("kind").asText().equals(kind)) {
        return each;
      }
    }
    throw new AssertionError(kind + " is not in " + match);
  }
}
