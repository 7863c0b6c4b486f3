package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Monday evening, after every node's cutoff: what was promised for Tuesday comes on Wednesday. */
class LaterDayTest {
  private static final Instant EVENING = Instant.parse("2026-11-24T00:30:00Z");
  private static final String ID = "DTC-1001";

  private final RunningShop shop =
      RunningShop.open(
          Shops.folder(),
          Clockwork.virtual(EVENING),
          Map.of(),
          file ->
              file.replaceFirst(
                  "\"rules\": \\{", "\"rules\": {\"plan\": {\"whenLate\": \"ship\"},"));
  private final Play play = new Play(shop);

  @BeforeEach
  void order() {
    play.places(
        AShopifyOrder.mug(1001)
            .with(json ->
                json.withArray("shipping_lines")
                    .removeAll()
                    .addObject()
                    .put("code", "Overnight")
                    .put("title", "Overnight")
                    .put("price", "0.00")));
    play.becomes(ID, "labelled");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aCustomerKeepsTheOrderAndTheShopSeesUntilWhen() throws Exception {
    assertThat(get(shop.pageOf(ID))).contains("/delay\">Keep my order or cancel it</a>");
    assertThat(get(path()))
        .contains("Wednesday, November 25, 2026", "Tuesday, November 24, 2026", "Cancel my order");
    assertThat(play.order(ID).at("/delay/acceptedUntil").isMissingNode()).isTrue();

    for (int time = 0; time < 2; time++) {
      HttpResponse<String> kept = post("answer=keep&day=2026-11-25");
      assertThat(kept.statusCode()).isEqualTo(200);
      assertThat(kept.body()).contains("We keep your order for you");
      assertThat(kept.headers().firstValue("content-security-policy").orElse(""))
          .contains("default-src 'none'", "form-action 'self'");
    }

    JsonNode delay = play.order(ID).path("delay");
    assertThat(delay.path("promised").asText()).isEqualTo("2026-11-24");
    assertThat(delay.path("told").asText()).isEqualTo("2026-11-25");
    assertThat(delay.path("acceptedUntil").asText()).isEqualTo("2026-11-25");
    assertThat(delay.has("answerBy")).isFalse();
    assertThat(play.timeline(ID))
        .filteredOn(each -> each.path("who").asText().equals("customer"))
        .extracting(each -> each.path("what").asText())
        .containsExactly("the later day is accepted");
  }

  @Test
  void aCustomerCancelsByTheButtonAndLabelAndUnitsAreGivenBack() throws Exception {
    assertThat(post("answer=cancel").body()).contains("Your order is being cancelled");
    assertThat(post("answer=cancel").statusCode()).isEqualTo(200);
    shop.pass(Duration.ofMinutes(1));

    JsonNode order = play.becomes(ID, "cancelled");
    assertThat(order.at("/cancellation/by").asText()).isEqualTo("customer");
    assertThat(play.reserved("MUG-01")).isZero();
    assertThat(post("answer=keep&day=2026-11-25").statusCode()).isEqualTo(409);
  }

  private String path() {
    return shop.pageOf(ID) + "/delay";
  }

  private String get(String path) throws Exception {
    HttpResponse<String> answer =
        Api.HTTP.send(request(path).GET().build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> post(String form) throws Exception {
    return Api.HTTP.send(
        request(path())
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(shop.address() + path))
        .header("accept-language", "en");
  }
}
