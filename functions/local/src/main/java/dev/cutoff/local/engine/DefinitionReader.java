package dev.cutoff.local.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Reads a definition of JSONata states, refusing all that this interpreter would not run as AWS.
 */
final class DefinitionReader {

  private DefinitionReader() {}

  static Machine read(String name, String definition, Map<String, String> substitutions) {
    Object parsed;
    try {
      parsed = Payload.parse(Sources.substitute(definition, substitutions)).value();
    } catch (Payload.NotJson e) {
      throw new InvalidDefinition("state machine " + name, "not JSON, mend it: " + e.getMessage());
    }
    Fields machine = Fields.of("state machine " + name, parsed).only(Known.MACHINE);
    if (!machine.has("QueryLanguage") || !machine.text("QueryLanguage").equals("JSONata")) {
      throw machine.refused(
          "QueryLanguage", "must be JSONata: write \"QueryLanguage\": \"JSONata\"");
    }
    if (machine.has("Version") && !machine.text("Version").equals("1.0")) {
      throw machine.refused("Version", "there is 1.0 alone: write that, or leave it out");
    }
    SequencedMap<String, State> states = new LinkedHashMap<>();
    Fields all = Fields.of(machine.at("States"), machine.value("States"));
    all.map()
        .forEach((key, value) -> {
          String state = String.valueOf(key);
          states.put(state, StateReader.read(state, value));
        });
    int timeout = machine.whole("TimeoutSeconds", 0, 1);
    Machine read =
        new Machine(
            name,
            machine.text("StartAt"),
            timeout == 0 ? null : Duration.ofSeconds(timeout),
            states);
    Paths.check(read);
    return read;
  }
}
