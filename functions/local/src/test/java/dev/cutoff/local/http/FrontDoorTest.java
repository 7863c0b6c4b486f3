package dev.cutoff.local.http;

import static dev.cutoff.local.http.DoorForTests.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FrontDoorTest {
  private static final String OK =
      """
      {"statusCode":202,"headers":{"content-type":"application/json"},"body":"{\\"result\\":\\"accepted\\"}"}\
      """;

  @Test
  void handsAWebhookToIntakeByteByByte() throws Exception {
    byte[] bytes = {'{', (byte) 0xff, 0, '\r', '\n', '}'};
    try (DoorForTests door = DoorForTests.answering(OK)) {
      HttpResponse<byte[]> response =
          door.send(
              door.request("/webhooks/acme")
                  .header("X-Shopify-Hmac-Sha256", "c2ln")
                  .header("X-Many", "one")
                  .header("X-Many", "two")
                  .POST(BodyPublishers.ofByteArray(bytes)));

      assertThat(response.statusCode()).isEqualTo(202);
      assertThat(json(response).path("result").asText()).isEqualTo("accepted");
      assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
      assertThat(response.headers().firstValue("x-content-type-options")).hasValue("nosniff");
      assertThat(door.onlyAsked().function()).isEqualTo("Intake");
      JsonNode event = door.onlyAsked().event();
      assertThat(event.path("version").asText()).isEqualTo("2.0");
      assertThat(event.path("routeKey").asText()).isEqualTo("POST /webhooks/{storeId}");
      assertThat(event.path("rawPath").asText()).isEqualTo("/webhooks/acme");
      assertThat(event.at("/pathParameters/storeId").asText()).isEqualTo("acme");
      assertThat(event.at("/headers/x-shopify-hmac-sha256").asText()).isEqualTo("c2ln");
      assertThat(event.at("/headers/x-many").asText()).isEqualTo("one,two");
      assertThat(event.path("isBase64Encoded").booleanValue()).isTrue();
      assertThat(Base64.getDecoder().decode(event.path("body").asText())).isEqualTo(bytes);
      assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("POST");
      assertThat(event.at("/requestContext/http/sourceIp").asText()).isEqualTo("127.0.0.1");
      assertThat(event.at("/requestContext/requestId").asText()).isEqualTo("req-1");
      assertThat(event.at("/requestContext/authorizer").isMissingNode()).isTrue();
    }
  }

  @Test
  void handsAnAuthorisedRequestOnWithItsClaimsAndWithoutItsToken() throws Exception {
    try (DoorForTests door = DoorForTests.answering(OK)) {
      door.send(door.authorised("/orders?q=sam%2Bshop%40example.com&q=b&state=held&empty=").GET());

      JsonNode event = door.onlyAsked().event();
      assertThat(door.onlyAsked().function()).isEqualTo("Api");
      assertThat(event.at("/queryStringParameters/q").asText()).isEqualTo("sam+shop@example.com,b");
      assertThat(event.at("/queryStringParameters/empty").asText()).isEmpty();
      assertThat(event.at("/requestContext/authorizer/jwt/claims/sub").asText()).isEqualTo("sam");
      assertThat(event.at("/requestContext/authorizer/jwt/claims/roles").asText())
          .isEqualTo("[ops support]");
      assertThat(event.toString()).doesNotContain(DoorForTests.TOKEN);
    }
  }

  @Test
  void handsAJsonBodyOnAsText() throws Exception {
    try (DoorForTests door = DoorForTests.answering(OK)) {
      door.send(
          door.authorised("/exceptions/DTC-1-1-1/resolve")
              .POST(BodyPublishers.ofString("{\"action\":\"retry\",\"by\":\"Zoë\"}")));

      JsonNode event = door.onlyAsked().event();
      assertThat(event.path("isBase64Encoded").booleanValue()).isFalse();
      assertThat(event.path("body").asText()).contains("Zoë");
    }
  }

  @Test
  void decodesASkuWithASlash() throws Exception {
    try (DoorForTests door = DoorForTests.answering(OK)) {
      door.send(door.authorised("/stock/TEE%2FBLK%20M").GET());

      assertThat(door.onlyAsked().event().at("/pathParameters/sku").asText())
          .isEqualTo("TEE/BLK M");
    }
  }

  @Test
  void refusesASecuredRouteWithoutAGoodToken() throws Exception {
    try (DoorForTests door = DoorForTests.answering(OK)) {
      HttpResponse<byte[]> none = door.send(door.request("/orders/DTC-1").GET());
      HttpResponse<byte[]> wrong =
          door.send(
              door.request("/orders/DTC-1")
                  .header("Authorization", "Bearer " + DoorForTests.TOKEN + "x"));
      HttpResponse<byte[]> basic =
          door.send(door.request("/orders").header("Authorization", "Basic " + DoorForTests.TOKEN));
      HttpResponse<byte[]> twice =
          door.send(door.authorised("/orders").header("Authorization", "Bearer other"));

      assertThat(none.statusCode()).isEqualTo(401);
      assertThat(none.headers().firstValue("content-type")).hasValue("application/problem+json");
      assertThat(none.headers().firstValue("www-authenticate")).hasValue("Bearer realm=\"cutoff\"");
      assertThat(json(none).path("status").intValue()).isEqualTo(401);
      assertThat(json(none).path("instance").asText()).isEqualTo("urn:cutoff:request:req-1");
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(wrong.headers().firstValue("www-authenticate").orElse(""))
          .contains("invalid_token");
      assertThat(basic.statusCode()).isEqualTo(401);
      assertThat(twice.statusCode()).isEqualTo(401);
      assertThat(door.asked).isEmpty();
    }
  }

  @Test
  void saysWhatIsNotThere() throws Exception {
    try (DoorForTests door = DoorForTests.answering(OK)) {
      HttpResponse<byte[]> unknown = door.send(door.request("/admin").GET());
      HttpResponse<byte[]> trailing = door.send(door.authorised("/orders/").GET());
      HttpResponse<byte[]> method = door.send(door.authorised("/orders/DTC-1").DELETE());
      HttpResponse<byte[]> unbuilt =
          door.send(door.authorised("/orders").POST(BodyPublishers.ofString("{}")));

      assertThat(unknown.statusCode()).isEqualTo(404);
      assertThat(trailing.statusCode()).isEqualTo(404);
      assertThat(method.statusCode()).isEqualTo(405);
      assertThat(method.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS");
      assertThat(unbuilt.statusCode()).isEqualTo(501);
      assertThat(json(unbuilt).path("title").asText()).isEqualTo("Not built yet");
      assertThat(door.asked).isEmpty();
    }
  }

  @Test
  void answersHeadAndOptions() throws Exception {
    try (DoorForTests door = DoorForTests.answering("{\"statusCode\":200,\"body\":\"abc\"}")) {
      HttpResponse<byte[]> head =
          door.send(door.request("/health").method("HEAD", BodyPublishers.noBody()));
      HttpResponse<byte[]> options =
          door.send(door.request("/orders").method("OPTIONS", BodyPublishers.noBody()));

      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValue("content-length")).hasValue("3");
      assertThat(head.body()).isEmpty();
      assertThat(door.onlyAsked().event().path("routeKey").asText()).isEqualTo("GET /health");
      assertThat(options.statusCode()).isEqualTo(204);
      assertThat(options.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS, POST");
    }
  }

  @Test
  void writesBinaryAnswersAsTheyAre() throws Exception {
    byte[] pdf = {'%', 'P', 'D', 'F', (byte) 0x80, 0, (byte) 0xff};
    String answer =
        "{\"statusCode\":200,\"isBase64Encoded\":true,\"headers\":{\"Content-Type\":"
            + "\"application/pdf\"},\"cookies\":[\"a=1\",\"b=2\"],\"body\":\""
            + Base64.getEncoder().encodeToString(pdf)
            + "\"}";
    try (DoorForTests door = DoorForTests.answering(answer)) {
      HttpResponse<byte[]> response = door.send(door.authorised("/labels/x.pdf").GET());

      assertThat(response.body()).isEqualTo(pdf);
      assertThat(response.headers().firstValue("content-type")).hasValue("application/pdf");
      assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    }
  }

  @Test
  void tellsNobodyWhyAFunctionFailed() throws Exception {
    try (DoorForTests door =
        new DoorForTests(
            FrontDoor.Limits.usual(),
            (function, payload) -> {
              throw new IllegalStateException("password hunter2");
            })) {
      HttpResponse<byte[]> response = door.send(door.request("/health").GET());

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(new String(response.body(), UTF_8)).doesNotContain("hunter2", "Exception");
      assertThat(json(response).path("type").asText()).isEqualTo("urn:cutoff:problem:failed");
    }
  }

  @Test
  void turnsAnAnswerThatIsNoneIntoABadGateway() throws Exception {
    for (String nonsense :
        new String[] {
          "",
          "null",
          "[]",
          "<html>",
          "{}",
          "{\"statusCode\":99}",
          "{\"statusCode\":\"200\"}",
          "{\"statusCode\":200,\"body\":{}}",
          "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"***\"}",
          "{\"statusCode\":200,\"headers\":{\"x\":\"a\\r\\nset-cookie: stolen=1\"}}",
          "{\"statusCode\":200,\"headers\":{\"x: y\\r\\nz\":\"a\"}}"
        }) {
      try (DoorForTests door = DoorForTests.answering(nonsense)) {
        HttpResponse<byte[]> response = door.send(door.request("/health").GET());

        assertThat(response.statusCode()).as(nonsense).isEqualTo(502);
        assertThat(response.headers().firstValue("set-cookie")).as(nonsense).isEmpty();
      }
    }
  }

  @Test
  void tellsCallersToComeAgainWhereTooMuchIsUnderWay() throws Exception {
    CountDownLatch entered = new CountDownLatch(2);
    CountDownLatch leave = new CountDownLatch(1);
    try (DoorForTests door =
        new DoorForTests(
            new FrontDoor.Limits(1024, 2, Duration.ofSeconds(2)),
            (function, payload) -> {
              entered.countDown();
              leave.await();
              return OK.getBytes(UTF_8);
            })) {
      CompletableFuture<Integer> first = inBackground(door);
      CompletableFuture<Integer> second = inBackground(door);
      entered.await();
      HttpResponse<byte[]> third = door.send(door.request("/health").GET());
      leave.countDown();

      assertThat(third.statusCode()).isEqualTo(503);
      assertThat(third.headers().firstValue("retry-after")).hasValue("1");
      assertThat(first.join()).isEqualTo(202);
      assertThat(second.join()).isEqualTo(202);
      assertThat(door.send(door.request("/health").GET()).statusCode()).isEqualTo(202);
    }
  }

  private static CompletableFuture<Integer> inBackground(DoorForTests door) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return door.send(door.request("/health").GET()).statusCode();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        task -> Thread.ofVirtual().start(task));
  }
}
