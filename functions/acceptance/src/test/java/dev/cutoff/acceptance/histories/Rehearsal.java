package dev.cutoff.acceptance.histories;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** All scenes on the emulator, a few at a time: each costs real seconds, mostly of waiting. */
final class Rehearsal implements AutoCloseable {
  private static final int AT_ONCE = 5;

  private final EmulatorStage stage;
  private final ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
  private final Map<String, Future<List<HistoryEvent>>> histories = new LinkedHashMap<>();

  Rehearsal(List<Scene> scenes) {
    stage = new EmulatorStage(definitions(scenes));
    for (Scene scene : scenes) {
      if (histories.put(scene.name(), pool.submit(() -> stage.play(scene))) != null) {
        throw new IllegalStateException("Two scenes are called " + scene);
      }
    }
  }

  static Set<Definition> definitions(List<Scene> scenes) {
    Set<Definition> definitions = new HashSet<>();
    scenes.forEach(scene -> definitions.add(scene.definition()));
    return definitions;
  }

  List<HistoryEvent> history(Scene scene) throws InterruptedException, ExecutionException {
    return Objects.requireNonNull(histories.get(scene.name())).get();
  }

  Told told(Scene scene) throws InterruptedException, ExecutionException {
    return Told.of(history(scene), stage.actors().calls(scene));
  }

  @Override
  public void close() {
    pool.close();
    stage.close();
  }
}
