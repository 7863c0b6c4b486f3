package dev.cutoff.acceptance.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same executions on the embedded engine and on an emulator of Step Functions that nobody here
 * wrote. Where the two are known to differ, both are held to the difference.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameHistoriesTest {
  private static final int SEEDS = 12;

  private final List<Scene> scenes =
      Stream.of(
              Scenes.ofTheOrder().stream(),
              LongStream.rangeClosed(1, SEEDS).mapToObj(Scenes::drawn),
              Features.scenes().stream())
          .flatMap(each -> each)
          .toList();
  private final List<Difference> differences = Differences.all();
  private final List<Scene> all =
      Stream.concat(scenes.stream(), differences.stream().map(Difference::scene)).toList();
  private final EmbeddedStage embedded = new EmbeddedStage(Rehearsal.definitions(all));
  private @Nullable Rehearsal rehearsal;

  @BeforeAll
  void rehearse() {
    rehearsal = new Rehearsal(all);
  }

  @AfterAll
  void close() {
    embedded.close();
    if (rehearsal != null) {
      rehearsal.close();
    }
  }

  List<Scene> scenes() {
    return scenes;
  }

  List<Difference> differences() {
    return differences;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenes")
  void theSameStatesInTheSameOrderWithTheSameInputs(Scene scene) throws Exception {
    Told ours = embedded.told(scene);
    Told theirs = emulated().told(scene);
    assertThat(ours)
        .as(() ->
            scene
                + SideBySide.of("embedded engine", ours.lines(), "emulator", theirs.lines())
                + SideBySide.of("its calls", ours.calls(), "its calls", theirs.calls()))
        .isEqualTo(theirs);
  }

  /** Fails when the emulator learns it, too: then the scene belongs among the others. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("differences")
  void whereTheEmulatorIsUnlikeAws(Difference difference) throws Exception {
    assertThat(difference.seen().apply(embedded.play(difference.scene())))
        .as("embedded engine; on AWS: %s", difference.source())
        .isEqualTo(difference.asOnAws());
    assertThat(difference.seen().apply(emulated().history(difference.scene())))
        .as("emulator")
        .isEqualTo(difference.onTheEmulator());
  }

  private Rehearsal emulated() {
    return Objects.requireNonNull(rehearsal, "nothing was rehearsed");
  }
}
