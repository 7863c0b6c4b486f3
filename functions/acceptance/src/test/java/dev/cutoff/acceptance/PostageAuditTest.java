package dev.cutoff.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.local.Options;
import dev.cutoff.local.audit.Audit;
import dev.cutoff.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./cutoff audit postage} on a folder of {@code up} with five labels, one of them voided.
 */
final class PostageAuditTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CARRIER = "parcelpost";
  private static final int VOIDED = 4;

  @TempDir Path home;
  private final List<JsonNode> parcels = new ArrayList<>();
  private String told = "";

  @BeforeEach
  void runAShopAndStopIt() {
    RunningShop shop = RunningShop.onDisk(home);
    Play play = new Play(shop);
    for (int i = 0; i <= VOIDED; i++) {
      AShopifyOrder order = AShopifyOrder.number(90800 + i).line("MUG-01", 2, 1250);
      play.places(order).is(202);
      JsonNode parcel = play.becomes(order.orderId(), "labelled").at("/shipments/0/parcels/0");
      assertThat(parcel.path("carrier").asText()).isEqualTo(CARRIER);
      parcels.add(parcel);
      if (i == VOIDED) {
        play.cancels(order.orderId()).is(200);
        play.becomes(order.orderId(), "cancelled");
      }
    }
    shop.stop();
  }

  private String number(int label) {
    return parcels.get(label).path("trackingNumber").asText();
  }

  private long cents(int label) {
    return parcels.get(label).at("/cost/amount").asLong();
  }

  private String line(int label, long cents, String kind) {
    return line(number(label), cents, kind);
  }

  private static String line(String number, long cents, String kind) {
    String amount = Money.of(cents, "USD").display().substring("USD ".length());
    return "%s,11/23/2026,%s,\"%s\"\n".formatted(number, kind, amount);
  }

  private JsonNode audit(int status, String... lines) throws IOException {
    return auditOf(
        status, "Tracking Number,Ship Date,Charge,Net Charge\n" + String.join("", lines));
  }

  private JsonNode auditOf(int status, String text) throws IOException {
    Path invoice = Files.writeString(home.resolve("invoice.csv"), text);
    Path json = home.resolve("audit.json");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> said =
        List.of(
            "postage",
            "--invoice",
            invoice.toString(),
            "--carrier",
            CARRIER,
            "--json",
            json.toString(),
            "--data",
            home.toString());
    int ended = Audit.run(RunningShop.ROOT, Options.of(said), new PrintStream(out, true, UTF_8));
    told = out.toString(UTF_8);
    assertThat(ended).as(told).isEqualTo(status);
    return JSON.readTree(json.toFile());
  }

  @Test
  void anInvoiceOfWhatWasPaidIsInOrder() throws IOException {
    JsonNode audit =
        audit(
            0,
            line(0, cents(0), "Ground"),
            line(1, cents(1), "Ground"),
            line(2, cents(2), "Ground"),
            line(3, cents(3), "Ground"));
    assertThat(audit.path("ok").asBoolean()).isTrue();
    assertThat(audit.at("/figures/agreed").asInt()).isEqualTo(4);
    assertThat(audit.at("/neverBilled").size()).as("a voided label needs no bill").isZero();
    assertThat(told).contains("4 labels were billed as they were paid", "Nothing to dispute.");
  }

  @Test
  void whatIsToBeDisputedIsToldWithItsSumsAndItsOrders() throws IOException {
    JsonNode audit =
        audit(
            1,
            line(0, cents(0), "Ground"),
            line(0, 1900, "Address correction"),
            line(1, cents(1), "Ground"),
            line(1, cents(1), "Ground"),
            line(VOIDED, cents(VOIDED), "Ground"),
            line("1Z999", 123450, "Ground"),
            number(2) + ",11/23/2026,Ground,eleven\n");
    JsonNode figures = audit.path("figures");
    assertThat(figures.path("lines").asInt()).isEqualTo(6);
    assertThat(figures.at("/adjustment/differences/0/amount").asLong()).isEqualTo(1900);
    assertThat(figures.at("/duplicate/differences/0/amount").asLong()).isEqualTo(cents(1));
    assertThat(figures.at("/voided/differences/0/amount").asLong()).isEqualTo(cents(VOIDED));
    assertThat(figures.at("/unknown/differences/0/amount").asLong()).isEqualTo(123450);
    assertThat(audit.at("/unread/0/line").asInt()).isEqualTo(8);
    assertThat(audit.at("/unread/0/why").asText()).contains("Net Charge", "eleven");
    assertThat(audit.path("neverBilled"))
        .extracting(each -> each.path("trackingNumber").asText())
        .containsExactlyInAnyOrder(number(2), number(3));
    assertThat(told)
        .contains(
            "Invoice of parcelpost, 2026-11-23 to 2026-11-23: 6 lines",
            "Billed twice: 1",
            "Billed though voided: 1",
            "order DTC-90804",
            "Tracking numbers that are none of ours: 1",
            "USD 1234.50",
            "Billed otherwise than paid: 1",
            "Bought in these days and not billed (a later invoice may): 2",
            "line 8: column");
  }

  @Test
  void whatIsNoInvoiceIsRefusedWithTheReason() throws IOException {
    assertThat(auditOf(2, "<html>Sign in</html>").path("refused").asText()).contains("web page");
    assertThat(auditOf(2, "").path("refused").asText()).isEqualTo("the file is empty");
    assertThat(told).isEqualTo("Not matched: the file is empty." + System.lineSeparator());
  }

  @Test
  void whatIsMissingOfTheCommandIsTold() {
    assertThatThrownBy(() -> said("postage", "--invoice", "nowhere.csv", "--carrier", CARRIER))
        .isInstanceOf(Options.Wrong.class)
        .hasMessage("there is no file nowhere.csv");
    assertThatThrownBy(() -> said("postage", "--carrier", CARRIER))
        .hasMessageStartingWith("say --invoice FILE");
    assertThatThrownBy(() -> said("postage", "--invoice", "x.csv"))
        .hasMessageStartingWith("say --carrier ID");
    assertThatThrownBy(() -> said("coffee")).hasMessageContaining("./cutoff audit postage");
  }

  private static int said(String... words) throws IOException {
    return Audit.run(RunningShop.ROOT, Options.of(List.of(words)), System.out);
  }
}
