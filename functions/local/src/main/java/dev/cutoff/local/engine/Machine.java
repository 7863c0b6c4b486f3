package dev.cutoff.local.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A state machine, read and checked. */
public record Machine(
    String name, String startAt, @Nullable Duration timeout, SequencedMap<String, State> states) {

  /** Reads a definition; each {@code ${Name}} in it is replaced, and each must be given. */
  public static Machine read(String name, Path file, Map<String, String> substitutions) {
    return DefinitionReader.read(name, Sources.text(file), substitutions);
  }

  public static Machine parse(String name, String definition, Map<String, String> substitutions) {
    return DefinitionReader.read(name, definition, substitutions);
  }

  State state(String state) {
    State found = states.get(state);
    if (found == null) {
      throw new IllegalStateException(
          "The state machine %s has no state %s any more".formatted(name, state));
    }
    return found;
  }
}
