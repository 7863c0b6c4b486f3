package dev.cutoff.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.adapter.merchant.CachedMerchants;
import dev.cutoff.api.ApiHandler;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.platform.Platform;
import dev.cutoff.platform.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** What is not set up yet is said in a sentence, to those who can mend it. */
final class SetupIncompleteTest {
  private static final Path ROOT = Path.of(System.getProperty("cutoff.root"));
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> log = new ArrayList<>();

  @Test
  void aMissingSecretIsNamedInTheLogAndNotToWhoeverSentTheWebhook() throws IOException {
    byte[] merchantFile = Files.readAllBytes(ROOT.resolve("infra/merchant/merchant.json"));
    JsonNode answer =
        answer(
            new IntakeHandler(platform(merchantFile)),
            Files.readAllBytes(ROOT.resolve("events/intake/shopify-order.json")));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(503);
    assertThat(answer.path("body").asText()).contains("Not set up yet").doesNotContain("secret");
    assertThat(log)
        .singleElement()
        .asString()
        .contains("no secret named 'shop/acme-webhook'", "add it to the secrets");
  }

  @Test
  void aMerchantFileThatDoesNotFitItsSchemaIsToldWithItsMistakes() throws IOException {
    byte[] event = Files.readAllBytes(ROOT.resolve("events/api/observe-stock.json"));

    JsonNode answer =
        answer(new ApiHandler(platform("{\"name\": 7}".getBytes(StandardCharsets.UTF_8))), event);

    assertThat(answer.path("statusCode").asInt()).isEqualTo(503);
    assertThat(JSON.readTree(answer.path("body").asText()).path("detail").asText())
        .contains("the merchant file cannot be used", "merchant file:1: currency: is missing");
  }

  @Test
  void aWebhookFindsNoFaultWithTheMerchantFileButTheLogDoes() throws IOException {
    JsonNode answer =
        answer(
            new IntakeHandler(platform("{}".getBytes(StandardCharsets.UTF_8))),
            Files.readAllBytes(ROOT.resolve("events/intake/shopify-order.json")));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(503);
    assertThat(answer.path("body").asText()).doesNotContain("merchant");
    assertThat(log).singleElement().asString().contains("the merchant file cannot be used");
  }

  private JsonNode answer(RequestStreamHandler handler, byte[] event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), out, context());
    return JSON.readTree(out.toByteArray());
  }

  private Context context() {
    LambdaLogger logger =
        new LambdaLogger() {
          @Override
          public void log(String message) {
            log.add(message);
          }

          @Override
          public void log(byte[] message) {
            log.add(new String(message, StandardCharsets.UTF_8));
          }
        };
    return of(Context.class, Map.of("getLogger", logger));
  }

  /** With that merchant file, no secrets, and nothing else that would answer. */
  private static Platform platform(byte[] merchantFile) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-23T19:07:00Z"));
    Merchants merchants =
        new CachedMerchants(() -> merchantFile, clock, Duration.ofMinutes(5), problems -> {});
    SecretsManagerClient noSecrets =
        (SecretsManagerClient)
            Proxy.newProxyInstance(
                SecretsManagerClient.class.getClassLoader(),
                new Class<?>[] {SecretsManagerClient.class},
                (proxy, method, arguments) -> {
                  throw ResourceNotFoundException.builder().message("there is none").build();
                });
    return of(
        Platform.class,
        Map.of(
            "merchants",
            merchants,
            "clock",
            clock,
            "http",
            HttpClient.newHttpClient(),
            "secretsManager",
            noSecrets,
            "settings",
            new Settings(
                "orders",
                "stock",
                "documents",
                "topic",
                "changes",
                "hot",
                "updates",
                "machine",
                "shop/",
                "notices",
                ""),
            "notices",
            List.of()));
  }

  /** Answers what it is given; asked for anything else, with something that never answers. */
  private static <T> T of(Class<T> type, Map<String, Object> answers) {
    Object made =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object answer = answers.get(method.getName());
              if (answer != null) {
                return answer;
              }
              if (type == Platform.class) {
                return of(method.getReturnType(), Map.of());
              }
              throw new UnsupportedOperationException(type + " is not asked for " + method);
            });
    return type.cast(made);
  }
}
