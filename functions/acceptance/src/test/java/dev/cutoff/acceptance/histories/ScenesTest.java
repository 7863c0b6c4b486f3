package dev.cutoff.acceptance.histories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The scenes are worth being compared: they go every way there is, and what differs is seen. */
final class ScenesTest {

  @Test
  void theyTakeEveryWayOfTheStateMachine() throws IOException {
    Set<String> taken = new TreeSet<>();
    List<Scene> scenes = Scenes.ofTheOrder();
    try (EmbeddedStage stage = new EmbeddedStage(Rehearsal.definitions(scenes))) {
      for (Scene scene : scenes) {
        List<String> path = stage.told(scene).path();
        for (int i = 1; i < path.size(); i++) {
          taken.add(path.get(i - 1) + " > " + path.get(i));
        }
      }
    }
    assertThat(taken).isEqualTo(waysOf(Definition.ORDER));
  }

  @Test
  void theUsualOneIsTheHappyPath() {
    Scene scene = new Scene("usual", Definition.ORDER, Script.USUAL);
    try (EmbeddedStage stage = new EmbeddedStage(Set.of(Definition.ORDER))) {
      Told told = stage.told(scene);
      assertThat(told.path())
          .containsExactly("Ingest", "Reserve", "RateShop", "RemorsePeriod", "Label", "Notify");
      assertThat(told.calls()).hasSize(5);
      assertThat(told.lines().getLast())
          .isEqualTo("SUCCEEDED >> {\"attempt\":1,\"orderId\":\"usual\"}");
    }
  }

  @Test
  void aRetryMoreIsSeen() {
    Script once = Script.of("Label", Act.fails(Errors.TRY_AGAIN));
    assertThat(toldOf(Definition.ORDER, once)).isNotEqualTo(toldOf(Definition.ORDER, Script.USUAL));
  }

  @Test
  void anotherInputOfAStateIsSeen() {
    Script held = Script.of("Label", Act.heldFor("a reason"));
    assertThat(toldOf(Definition.ORDER, held))
        .isNotEqualTo(toldOf(changed("'step': 'Label'", "'step': 'Notify'"), held));
  }

  @Test
  void anotherPayloadOfAFunctionIsSeen() {
    assertThat(toldOf(Definition.ORDER, Script.USUAL))
        .isNotEqualTo(toldOf(changed("input.attempt %}", "input.attempt + 1 %}"), Script.USUAL));
  }

  private static Told toldOf(Definition definition, Script script) {
    try (EmbeddedStage stage = new EmbeddedStage(Set.of(definition))) {
      return stage.told(new Scene("one", definition, script));
    }
  }

  private static Definition changed(String text, String by) {
    String changed = Definition.ORDER.text().replace(text, by);
    assertThat(changed).isNotEqualTo(Definition.ORDER.text());
    return new Definition("changed", changed);
  }

  private static Set<String> waysOf(Definition definition) throws IOException {
    Set<String> ways = new TreeSet<>();
    new ObjectMapper()
        .readTree(definition.text())
        .path("States")
        .properties()
        .forEach(state -> {
          for (JsonNode next : state.getValue().findValues("Next")) {
            ways.add(state.getKey() + " > " + next.asText());
          }
        });
    return ways;
  }
}
