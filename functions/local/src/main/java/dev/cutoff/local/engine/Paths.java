package dev.cutoff.local.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether every way leads to a state that is there, and every state is on a way. */
final class Paths {

  private Paths() {}

  static void check(Machine machine) {
    if (!machine.states().containsKey(machine.startAt())) {
      throw new InvalidDefinition(
          "state machine " + machine.name() + ", field StartAt",
          "no state " + machine.startAt() + ": write one, or mend the name");
    }
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(machine.startAt()));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (!reached.add(name)) {
        continue;
      }
      for (String next : targets(machine.state(name))) {
        if (!machine.states().containsKey(next)) {
          throw new InvalidDefinition(
              "state " + name + ", field Next",
              "no state " + next + ": write one, or mend the name");
        }
        open.add(next);
      }
    }
    for (String name : machine.states().keySet()) {
      if (!reached.contains(name)) {
        throw new InvalidDefinition(
            "state " + name, "no way leads to it: let a Next name it, or take it out");
      }
    }
  }

  private static List<String> targets(State state) {
    List<String> targets = new ArrayList<>();
    exits(state).map(State.Exit::next).forEach(next -> addIfThere(targets, next));
    return targets;
  }

  private static void addIfThere(List<String> targets, @Nullable String next) {
    if (next != null) {
      targets.add(next);
    }
  }

  private static Stream<State.Exit> exits(State state) {
    return switch (state) {
      case State.Task task ->
          Stream.concat(Stream.of(task.exit()), task.catchers().stream().map(State.Catcher::exit));
      case State.Pass pass -> Stream.of(pass.exit());
      case State.Choice choice ->
          Stream.concat(
              choice.rules().stream().map(State.Rule::exit),
              choice.otherwise() == null ? Stream.of() : Stream.of(choice.otherwise()));
      case State.Wait wait -> Stream.of(wait.exit());
      case State.Succeed succeed -> Stream.of(succeed.exit());
      case State.Fail fail -> Stream.of();
    };
  }
}
