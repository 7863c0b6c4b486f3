package dev.cutoff.acceptance.histories;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each function does, call by call; after its last line it does what is usual. */
record Script(Map<String, List<Act>> lines) {

  static final Script USUAL = new Script(Map.of());

  static Script of(String function, Act... acts) {
    return USUAL.and(function, acts);
  }

  Script and(String function, Act... acts) {
    Map<String, List<Act>> more = new LinkedHashMap<>(lines);
    List<Act> all = new ArrayList<>(more.getOrDefault(function, List.of()));
    all.addAll(List.of(acts));
    more.put(function, List.copyOf(all));
    return new Script(more);
  }

  /** The act of that call, from 0; a waiting function's token usually succeeds. */
  Act line(String function, int call, boolean withToken) {
    List<Act> acts = lines.getOrDefault(function, List.of());
    if (call < acts.size()) {
      return acts.get(call);
    }
    return withToken ? Act.resolved() : new Act.Answers("{\"done\":\"" + function + "\"}");
  }
}
