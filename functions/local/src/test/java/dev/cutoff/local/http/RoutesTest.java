package dev.cutoff.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {
  @TempDir private Path folder;

  @Test
  void aRouteWithoutARuleRefusesToStart() {
    assertThatThrownBy(() -> load("x-cutoff-function: Api", "x-cutoff-built: true"))
        .hasMessageContaining("GET /a has no rule who may call it");
    assertThatThrownBy(() -> load("security:", "x-cutoff-function: Api", "x-cutoff-built: true"))
        .hasMessageContaining("GET /a has no rule");
  }

  @Test
  void aRuleThatLetsSomebodyElseInRefusesToStart() {
    for (String rule :
        List.of("[{}]", "[{bearer: []}, {}]", "[{key: []}]", "[{bearer: [], key: []}]")) {
      assertThatThrownBy(
              () -> load("security: " + rule, "x-cutoff-function: Api", "x-cutoff-built: true"))
          .hasMessageContaining("not understood");
    }
  }

  @Test
  void aRouteWithoutAFunctionOrWithoutAWordOnItsStateRefusesToStart() {
    assertThatThrownBy(() -> load("security: []", "x-cutoff-built: true"))
        .hasMessageContaining("x-cutoff-function");
    assertThatThrownBy(() -> load("security: []", "x-cutoff-function: Api"))
        .hasMessageContaining("x-cutoff-built");
  }

  @Test
  void twoRoutesOfOneShapeRefuseToStart() throws IOException {
    String operation = "{get: {security: [], x-cutoff-function: Api, x-cutoff-built: true}}";
    Path file = folder.resolve("two.yaml");
    Files.writeString(file, "paths:\n  /a/{b}: " + operation + "\n  /a/{c}: " + operation + "\n");

    assertThatThrownBy(() -> Routes.load(file)).hasMessageContaining("is there twice");
  }

  @Test
  void aLiteralSegmentGoesBeforeAParameter() {
    Routes routes = Routes.load(DoorForTests.CONTRACT);

    assertThat(routes.find("POST", List.of("stock", "observations")))
        .isInstanceOfSatisfying(
            Routes.Match.Found.class,
            found -> assertThat(found.route().path()).isEqualTo("/stock/observations"));
    assertThat(routes.find("GET", List.of("stock", "observations")))
        .isInstanceOfSatisfying(
            Routes.Match.Found.class,
            found -> assertThat(found.parameters()).containsEntry("sku", "observations"));
  }

  private void load(String... lines) throws IOException {
    Path file = folder.resolve("one.yaml");
    Files.writeString(
        file, "paths:\n  /a:\n    get:\n      " + String.join("\n      ", lines) + "\n");
    Routes.load(file);
  }
}
