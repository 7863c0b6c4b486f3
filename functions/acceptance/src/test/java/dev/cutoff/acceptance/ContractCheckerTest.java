package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ContractCheckerTest {
  private static final String TYPE = "application/problem+json";
  private static final String PROBLEM =
      """
      {"type":"urn:cutoff:problem:x","title":"X","status":404,"detail":"There is none."}\
      """;

  private final ContractChecker checker = ContractChecker.ofThisProject();

  @Test
  void theOrderOfTheDesignKeepsTheContract() throws IOException {
    assertThat(
            checker.check("GET", "/orders/DTC-90412", 200, "application/json", order().toString()))
        .isEmpty();
  }

  @Test
  void namesWhatIsMissingWrongOrOfAnotherForm() throws IOException {
    ObjectNode order = order();
    order.remove("storeId");
    order.put("state", "on its way");
    order.put("placedAt", "yesterday");
    ((ObjectNode) order.at("/shipments/0/parcels/0/cost")).put("amount", 11.45);

    assertThat(checker.check("GET", "/orders/DTC-90412", 200, "application/json", order.toString()))
        .hasSize(4)
        .anyMatch(problem -> problem.contains("storeId"))
        .anyMatch(problem -> problem.contains("/state"))
        .anyMatch(problem -> problem.contains("/placedAt"))
        .anyMatch(problem -> problem.contains("/shipments/0/parcels/0/cost/amount"));
  }

  @Test
  void namesAMemberThatTheContractDoesNotKnow() throws IOException {
    ObjectNode order = order().put("taskToken", "secret");

    assertThat(checker.check("GET", "/orders/DTC-90412", 200, "application/json", order.toString()))
        .singleElement()
        .asString()
        .contains("taskToken");
  }

  @Test
  void namesAStatusThatTheContractDoesNotKnow() {
    assertThat(checker.check("GET", "/orders/DTC-1", 204, "", "")).hasSize(1);
    assertThat(checker.check("GET", "/orders/DTC-1", 413, TYPE, PROBLEM)).hasSize(1);
    assertThat(checker.check("GET", "/nowhere", 200, "application/json", "{}")).hasSize(1);
  }

  @Test
  void knowsProblemsOnEveryPath() {
    assertThat(checker.check("GET", "/orders/DTC-1", 404, TYPE, PROBLEM)).isEmpty();
    assertThat(checker.check("GET", "/orders/DTC-1?x=/y", 503, TYPE, PROBLEM)).isEmpty();
    assertThat(checker.check("GET", "/nowhere", 404, TYPE, PROBLEM)).isEmpty();
    assertThat(checker.check("DELETE", "/orders", 405, TYPE, PROBLEM)).isEmpty();
    assertThat(checker.check("GET", "/orders/DTC-1", 404, TYPE, "{\"message\":\"Not Found\"}"))
        .isNotEmpty();
    assertThat(checker.check("GET", "/orders/DTC-1", 404, TYPE, "<h1>404</h1>")).hasSize(1);
  }

  @Test
  void wantsTheQuarantineIdOfAnUnreadableWebhook() {
    assertThat(checker.check("POST", "/webhooks/acme", 400, TYPE, PROBLEM))
        .anyMatch(problem -> problem.contains("quarantineId"));
    assertThat(
            checker.check(
                "POST",
                "/webhooks/acme",
                202,
                "application/json",
                "{\"orderId\":null,\"result\":\"ignored\"}"))
        .isEmpty();
  }

  @Test
  void takesTheRouteWithTheFewestParameters() {
    assertThat(checker.check("POST", "/stock/observations", 200, "application/json", "{}"))
        .hasSize(2);
  }

  @Test
  void takesTheGatewaysOwnWordsWhereTheContractSaysSoAndNowhereElse() {
    String own = "{\"message\":\"Unauthorized\"}";

    assertThat(checker.check("GET", "/orders", 401, "application/json", own)).isEmpty();
    assertThat(checker.check("GET", "/nowhere", 404, "application/json", own)).isEmpty();
    assertThat(checker.check("GET", "/orders/DTC-1", 404, "application/json", own)).hasSize(1);
    assertThat(checker.check("GET", "/orders", 401, TYPE, own)).isNotEmpty();
    assertThat(checker.check("GET", "/orders", 200, "text/html", "<p>")).hasSize(1);
  }

  @Test
  void looksNotIntoFiles() {
    assertThat(checker.check("GET", "/labels/x.pdf", 200, "application/pdf", "%PDF")).isEmpty();
  }

  private static ObjectNode order() throws IOException {
    JsonNode document =
        new YAMLMapper()
            .readTree(
                Path.of(System.getProperty("cutoff.root"))
                    .resolve("infra/api/openapi.yaml")
                    .toFile());
    return document.at("/components/examples/ShippedOrder/value").deepCopy();
  }
}
