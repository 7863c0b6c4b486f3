package dev.cutoff.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every route of the contract has a rule, and the rule is kept. */
@ExtendWith(Shops.class)
class AuthorisationTest {
  /** What strangers may call: it is signed, unguessable, or says nothing. */
  private static final Set<String> OPEN =
      Set.of(
          "POST /webhooks/{storeId}",
          "POST /tracking/{carrierId}",
          "GET /print/{link}",
          "GET /t/{token}",
          "GET /t/{token}/delay",
          "POST /t/{token}/delay",
          "GET /t/{token}/stop/{medium}",
          "POST /t/{token}/stop/{medium}",
          "GET /health");

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private record Route(String method, String template, boolean secured) {
    String path() {
      return template
          .replace("{orderId}", "DTC-1")
          .replace("{shipmentId}", "SHP-DTC-1-1")
          .replace("{file}", "0".repeat(64) + ".pdf")
          .replaceAll("\\{[^}]*}", "x");
    }

    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  @Test
  void everyRouteNeedsATokenButTheFiveThatStrangersCall() throws IOException {
    assertThat(routes().stream().filter(route -> !route.secured()).map(Route::toString))
        .containsExactlyInAnyOrderElementsOf(OPEN);
    assertThat(routes().stream().filter(Route::secured)).hasSizeGreaterThan(14);
  }

  @Test
  void aSecuredRouteAnswers401WithoutATokenAndWithAWrongOneAndElseDoesNot(Shop shop)
      throws IOException {
    for (Route route : routes()) {
      for (Map<String, String> headers : wrong(shop)) {
        assertThat(ask(shop, route, headers).status() == 401)
            .as(route + " with " + headers)
            .isEqualTo(route.secured());
      }
      if (route.secured()) {
        assertThat(ask(shop, route, Map.of("authorization", "Bearer " + shop.token())).status())
            .as(route.toString())
            .isNotEqualTo(401);
      }
    }
  }

  @Test
  void aTokenIsNoSignature(Shop shop) {
    Map<String, String> token = Map.of("authorization", "Bearer " + shop.token());

    shop.api().send("POST", "/webhooks/acme", token, "{}".getBytes(UTF_8)).is(401);
    shop.api().send("POST", "/tracking/swift", token, "{}".getBytes(UTF_8)).is(401);
  }

  private static Api.Answer ask(Shop shop, Route route, Map<String, String> headers) {
    return new Api(shop, "").send(route.method(), route.path(), headers, new byte[0]);
  }

  private static List<Map<String, String>> wrong(Shop shop) {
    String token = shop.token();
    List<Map<String, String>> all = new ArrayList<>();
    all.add(Map.of());
    for (String value :
        List.of(
            "Bearer nobody",
            "Bearer",
            "Bearer ",
            "Bearer " + token + "x",
            "Bearer " + token.substring(1),
            "Bearer " + token.toUpperCase(Locale.ROOT),
            "Basic " + token,
            token,
            "Bearer null")) {
      all.add(Map.of("authorization", value));
    }
    return all;
  }

  private static List<Route> routes() throws IOException {
    JsonNode contract =
        new YAMLMapper().readTree(RunningShop.ROOT.resolve("infra/api/openapi.yaml").toFile());
    List<Route> routes = new ArrayList<>();
    contract
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(each -> {
                  if (METHODS.contains(each.getKey())) {
                    JsonNode rule = each.getValue().path("security");
                    assertThat(rule.isArray()).as(path.getKey() + " has a rule").isTrue();
                    routes.add(
                        new Route(
                            each.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            !rule.isEmpty()));
                  }
                }));
    return routes;
  }
}
