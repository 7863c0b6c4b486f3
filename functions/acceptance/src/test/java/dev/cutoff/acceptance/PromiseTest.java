package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promise before the purchase, and the order that was sold with it. */
@ExtendWith(Shops.class)
class PromiseTest {
  private static final String BOSTON = "&postcode=02108&country=US&region=MA";
  private static final String MUG = "/promise?storeId=acme&sku=MUG-01&quantity=1" + BOSTON;

  /** A query, the status of its answer, and what the answer speaks of. */
  private record Nonsense(String query, int status, String says) {}

  private static final List<Nonsense> NONSENSE =
      List.of(
          new Nonsense(
              "storeId=acme&sku=MUG-01&quantity=0&postcode=02108&country=US", 400, "quantity"),
          new Nonsense(
              "storeId=acme&sku=MUG-01&quantity=-1&postcode=02108&country=US", 400, "quantity"),
          new Nonsense(
              "storeId=acme&sku=MUG-01&quantity=1.5&postcode=02108&country=US", 400, "quantity"),
          new Nonsense(
              "storeId=acme&sku=MUG-01&quantity=many&postcode=02108&country=US", 400, "quantity"),
          new Nonsense(
              "storeId=acme&sku=MUG-01&quantity=99999999999999999999&postcode=02108&country=US",
              400,
              "quantity"),
          new Nonsense(
              "storeId=acme&sku=MUG-01&quantity=1001&postcode=02108&country=US", 400, "quantity"),
          new Nonsense("storeId=acme&sku=MUG-01&postcode=02108&country=US", 400, "quantity"),
          new Nonsense(
              "storeId=acme&sku=MUG-01&sku=TEE-BLK-M&quantity=1&postcode=02108&country=US",
              400,
              "quantity"),
          new Nonsense("storeId=acme&quantity=1&postcode=02108&country=US", 400, "sku"),
          new Nonsense("storeId=acme&sku=&quantity=1&postcode=02108&country=US", 400, "SKU"),
          new Nonsense(
              "storeId=acme&sku=NO-SUCH&quantity=1&postcode=02108&country=US", 404, "NO-SUCH"),
          new Nonsense(
              "storeId=nobody&sku=MUG-01&quantity=1&postcode=02108&country=US", 404, "nobody"),
          new Nonsense(
              "storeId=A%2FB&sku=MUG-01&quantity=1&postcode=02108&country=US", 400, "storeId"),
          new Nonsense("sku=MUG-01&quantity=1&postcode=02108&country=US", 400, "storeId"),
          new Nonsense(
              "storeId=acme&sku=MUG-01&quantity=1&postcode=0210&country=US", 400, "postcode"),
          new Nonsense("storeId=acme&sku=MUG-01&quantity=1&country=US", 400, "postcode"),
          new Nonsense(
              "storeId=acme&sku=MUG-01&quantity=1&postcode=02108&country=XX", 400, "country"),
          new Nonsense(
              "storeId=acme&sku=MUG-01&quantity=1&postcode=02108&country=USA", 400, "country"),
          new Nonsense("storeId=acme&sku=MUG-01&quantity=1&postcode=02108", 400, "country"),
          new Nonsense(
              "storeId=acme&sku=MUG-01&quantity=1&postcode=02108&country=US&region=Massachusetts",
              400,
              "state"),
          new Nonsense(
              "storeId=acme&sku=MUG-01&quantity=1&postcode=02108&country=US&method=balloon",
              400,
              "Express"),
          new Nonsense(
              "storeId=acme&sku=MUG-01&quantity=1&postcode=02108&postcode=02109&country=US",
              400,
              "once"),
          new Nonsense(
              "storeId=acme&sku=MUG-01&quantity=1&postcode=%00&country=US", 400, "postcode"));

  @Test
  void theAnswerSaysDayChanceCostAndUntilWhen(Shop shop) {
    JsonNode answer = shop.api().get(MUG + "&method=express").is(200).json();

    assertThat(answer.path("available").asBoolean()).isTrue();
    assertThat(answer.path("deliverBy").asText()).isEqualTo("2026-11-25");
    assertThat(answer.path("zone").asText()).isEqualTo("America/New_York");
    assertThat(answer.path("basis").asText()).startsWith("Express: 2 delivery days");
    assertThat(answer.path("chance").asDouble()).isBetween(0.9, 1.0);
    assertThat(answer.path("late").isMissingNode()).isTrue();
    long sum = 0;
    for (JsonNode each : answer.path("components")) {
      sum += each.at("/amount/amount").asLong();
    }
    assertThat(answer.at("/cost/amount").asLong()).isEqualTo(sum).isPositive();
    Instant before = Instant.parse(answer.path("orderBefore").asText());
    assertThat(before).isAfter(shop.now());
    assertThat(Instant.parse(answer.path("quoteExpiresAt").asText()))
        .isAfter(shop.now())
        .isBeforeOrEqualTo(before);
  }

  @Test
  void theOrderIsPlannedAsItsQuoteSaidAndPromisedThatDay(Shop shop) {
    Play play = new Play(shop);
    JsonNode quoted = shop.api().get(MUG + "&method=Standard").is(200).json();
    AShopifyOrder order =
        AShopifyOrder.mug(1001).with(attribute("cutoff_quote", quoted.path("quote").asText()));
    shop.pass(Duration.ofMinutes(20));
    play.places(order).is(202);

    JsonNode labelled = play.becomes(order.orderId(), "labelled");

    assertThat(labelled.at("/promise/deliverBy")).isEqualTo(quoted.path("deliverBy"));
    assertThat(labelled.at("/promise/basis").asText()).startsWith("quote of 2026-11-23 14:07: by ");
    assertThat(labelled.at("/shipments/0/node")).isEqualTo(quoted.at("/shipments/0/node"));
    assertThat(labelled.at("/shipments/0/parcels/0/service"))
        .isEqualTo(quoted.at("/shipments/0/service"));
    assertThat(play.timeline(order.orderId()))
        .anySatisfy(each -> assertThat(each.path("why").asText()).contains("quote of "));
  }

  /** After midnight the rule is a day later; who was told a day before is still promised it. */
  @Test
  void aWooCommerceOrderKeepsItsQuoteOverMidnight(Shop shop) {
    Play play = new Play(shop);
    // From 14:07 in New York to a quarter before midnight.
    shop.pass(Duration.ofHours(9).plusMinutes(38));
    String mug = "/promise?storeId=acme-woo&sku=MUG-01&quantity=1" + BOSTON + "&method=flat_rate";
    JsonNode quoted = shop.api().get(mug).is(200).json();
    shop.pass(Duration.ofMinutes(30));
    JsonNode later = shop.api().get(mug).is(200).json();
    AWooOrder order =
        AWooOrder.number(2001)
            .line("MUG-01", 1, 1250)
            .with(json ->
                json.withArray("/meta_data")
                    .addObject()
                    .put("id", 1)
                    .put("key", "cutoff_quote")
                    .put("value", quoted.path("quote").asText()));
    play.places(order).is(202);

    JsonNode labelled = play.becomes(order.orderId(), "labelled");

    assertThat(LocalDate.parse(quoted.path("deliverBy").asText()))
        .isBefore(LocalDate.parse(later.path("deliverBy").asText()));
    assertThat(labelled.at("/promise/deliverBy")).isEqualTo(quoted.path("deliverBy"));
  }

  @ParameterizedTest
  @CsvSource({"forged", "other-lines", "expired", "garbage"})
  void aQuoteThatDoesNotCountHoldsNothingUpAndIsTold(String how, Shop shop) {
    Play play = new Play(shop);
    String quote = shop.api().get(MUG + "&method=Standard").is(200).text("quote");
    AShopifyOrder order = AShopifyOrder.number(1001);
    order.line("MUG-01", how.equals("other-lines") ? 2 : 1, 1250);
    shop.pass(how.equals("expired") ? Duration.ofHours(3) : Duration.ofMinutes(1));
    order.with(
        attribute(
            "cutoff_quote",
            switch (how) {
              case "forged" -> quote.substring(0, quote.length() - 4) + "AAAA";
              case "garbage" -> "\u0000<script>' OR 1=1 --" + "x".repeat(20_000);
              default -> quote;
            }));
    play.places(order).is(202);

    JsonNode labelled = play.becomes(order.orderId(), "labelled");

    assertThat(labelled.at("/promise/basis").asText())
        .startsWith("Standard: 5 delivery days")
        .contains("the quote of the order does not count, because it ");
    assertThat(labelled.path("exceptions")).isEmpty();
  }

  @Test
  void aCartIsAskedPairByPairAndACommaInASkuPartsNothing(Shop shop) {
    JsonNode cart =
        shop.api()
            .get("/promise?storeId=acme&sku=MUG-01&quantity=2&sku=TEE-BLK-M&quantity=1" + BOSTON)
            .is(200)
            .json();
    assertThat(cart.path("available").asBoolean()).isTrue();

    assertThat(
            shop.api()
                .get("/promise?storeId=acme&sku=MUG-01%2CTEE-BLK-M&quantity=1" + BOSTON)
                .is(404)
                .text("detail"))
        .contains("MUG-01,TEE-BLK-M");
  }

  @Test
  void nothingIsReservedForAnAnswer(Shop shop) {
    Play play = new Play(shop);
    shop.api().get(MUG).is(200);

    assertThat(play.stock("MUG-01"))
        .allSatisfy(level -> assertThat(level.path("reserved").asLong()).isZero());
  }

  @Test
  void whatCantBeHadIsDataWithAReason(Shop shop) {
    assertThat(reason(shop, "sku=MUG-01&quantity=1000" + BOSTON)).isEqualTo("OUT_OF_STOCK");
    assertThat(reason(shop, "sku=GIFT-50&quantity=1" + BOSTON)).isEqualTo("NOTHING_TO_SHIP");
    assertThat(reason(shop, "sku=MUG-01&quantity=1&method=Local+Pickup" + BOSTON))
        .isEqualTo("NO_PARCEL");
    assertThat(reason(shop, "sku=MUG-01&quantity=1&country=AQ&postcode="))
        .isIn("NO_RATES", "CUSTOMS_DATA_MISSING");
  }

  @Test
  void aQuestionThatMakesNoSenseIsToldWhatWould(Shop shop) {
    for (Nonsense each : NONSENSE) {
      assertThat(shop.api().get("/promise?" + each.query()).is(each.status()).text("detail"))
          .as(each.query())
          .contains(each.says());
    }
  }

  private static String reason(Shop shop, String query) {
    JsonNode answer = shop.api().get("/promise?storeId=acme&" + query).is(200).json();
    assertThat(answer.path("available").asBoolean()).as(answer.toString()).isFalse();
    return answer.path("reason").asText();
  }

  private static Consumer<ObjectNode> attribute(String name, String value) {
    return json ->
        json.withArray("/note_attributes").addObject().put("name", name).put("value", value);
  }
}
