package dev.cutoff.local.engine;

import dev.cutoff.local.engine.State.Catcher;
import dev.cutoff.local.engine.State.Choice;
import dev.cutoff.local.engine.State.Exit;
import dev.cutoff.local.engine.State.Fail;
import dev.cutoff.local.engine.State.Pass;
import dev.cutoff.local.engine.State.Retrier;
import dev.cutoff.local.engine.State.Rule;
import dev.cutoff.local.engine.State.Succeed;
import dev.cutoff.local.engine.State.Task;
import dev.cutoff.local.engine.State.Wait;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one state. */
final class StateReader {

  private static final Set<String> BEFORE = Set.of("input", "context");
  private static final Set<String> AFTER = Set.of("input", "context", "result");
  private static final Set<String> CAUGHT = Set.of("input", "context", "errorOutput");
  private static final Duration NO_CAP = Duration.ofDays(366);

  private StateReader() {}

  static State read(String name, @Nullable Object value) {
    Fields state = Fields.of("state " + name, value);
    String type = state.text("Type");
    Set<String> known = Known.STATE.get(type);
    if (known == null) {
      throw state.refused("Type", Refusals.type(type));
    }
    state.only(known);
    if (state.has("QueryLanguage") && !state.text("QueryLanguage").equals("JSONata")) {
      throw state.refused("QueryLanguage", "must be JSONata: leave it out, or write JSONata");
    }
    return switch (type) {
      case "Task" -> task(name, state);
      case "Pass" -> new Pass(name, way(state, BEFORE));
      case "Choice" -> choice(name, state);
      case "Wait" -> wait(name, state);
      case "Succeed" -> new Succeed(name, exit(state, BEFORE, null));
      case "Fail" ->
          new Fail(name, state.template("Error", BEFORE), state.template("Cause", BEFORE));
      case String other -> throw new IllegalStateException("A type without a reader: " + other);
    };
  }

  private static Task task(String name, Fields state) {
    String resource = state.text("Resource");
    boolean token = resource.equals(Known.INVOKE_AND_WAIT);
    if (!token && !resource.equals(Known.INVOKE)) {
      throw state.refused("Resource", Refusals.resource(resource));
    }
    if (!(state.value("Arguments") instanceof Map<?, ?>)) {
      throw state.refused(
          "Arguments",
          "an object is needed: {\"FunctionName\": …, \"Payload\": …}, each may be an expression");
    }
    Fields arguments = Fields.of(state.at("Arguments"), state.value("Arguments"));
    arguments.only(Known.ARGUMENTS);
    if (!arguments.has("FunctionName")) {
      throw arguments.refused("FunctionName", "is missing: name the function, or its ARN");
    }
    return new Task(
        name,
        token,
        Objects.requireNonNull(state.template("Arguments", BEFORE)),
        positive(state, "TimeoutSeconds", 1),
        retriers(state),
        catchers(state),
        way(state, AFTER));
  }

  private static Choice choice(String name, Fields state) {
    List<Fields> choices = state.objects("Choices", Known.CHOICE);
    if (choices.isEmpty()) {
      throw state.refused("Choices", "at least one is needed: write it, or a Pass state");
    }
    List<Rule> rules = choices.stream().map(StateReader::rule).toList();
    Exit otherwise = exit(state, BEFORE, state.has("Default") ? state.text("Default") : null);
    if (rules.stream().anyMatch(rule -> !assignsAllOf(otherwise, rule))) {
      // AWS's guide says that it is for the default alone in one place, for any rule in another.
      throw state.refused(
          "Assign",
          "whether it is for the rules, too, is not certain: let each rule assign the same");
    }
    return new Choice(name, rules, state.has("Default") ? otherwise : null);
  }

  private static boolean assignsAllOf(Exit otherwise, Rule rule) {
    return rule.exit().assign().keySet().containsAll(otherwise.assign().keySet());
  }

  private static Rule rule(Fields choice) {
    Template condition = choice.template("Condition", BEFORE);
    boolean usable =
        condition instanceof Template.Computed
            || (condition instanceof Template.Constant constant
                && constant.value() instanceof Boolean);
    if (condition == null || !usable) {
      throw choice.refused("Condition", "an expression is needed: {% … %}, or true, or false");
    }
    return new Rule(condition, exit(choice, BEFORE, choice.text("Next")));
  }

  private static Wait wait(String name, Fields state) {
    if (state.has("Seconds") == state.has("Timestamp")) {
      throw state.refused("Seconds", "either Seconds or Timestamp is needed: write one of them");
    }
    return new Wait(
        name,
        positive(state, "Seconds", 0),
        state.template("Timestamp", BEFORE),
        way(state, BEFORE));
  }

  private static @Nullable Template positive(Fields state, String field, int least) {
    Template template = state.template(field, BEFORE);
    if (template instanceof Template.Constant) {
      state.whole(field, least, least);
    }
    return template;
  }

  private static List<Retrier> retriers(Fields state) {
    List<Fields> retries = state.objects("Retry", Known.RETRY);
    return retries.stream().map(retry -> retrier(retry, retry.equals(retries.getLast()))).toList();
  }

  private static Retrier retrier(Fields retry, boolean last) {
    String jitter = retry.has("JitterStrategy") ? retry.text("JitterStrategy") : "NONE";
    if (!jitter.equals("FULL") && !jitter.equals("NONE")) {
      throw retry.refused(
          "JitterStrategy", "FULL or NONE is needed: write one of them, or leave it out");
    }
    int cap = retry.whole("MaxDelaySeconds", 0, 1);
    return new Retrier(
        errors(retry, last),
        Duration.ofSeconds(retry.whole("IntervalSeconds", 1, 1)),
        retry.whole("MaxAttempts", 3, 0),
        retry.decimal("BackoffRate", 2.0, 1.0),
        cap == 0 ? NO_CAP : Duration.ofSeconds(cap),
        jitter.equals("FULL"));
  }

  private static List<Catcher> catchers(Fields state) {
    List<Fields> catches = state.objects("Catch", Known.CATCH);
    return catches.stream()
        .map(caught ->
            new Catcher(
                errors(caught, caught.equals(catches.getLast())),
                exit(caught, CAUGHT, caught.text("Next"))))
        .toList();
  }

  private static List<String> errors(Fields rule, boolean last) {
    List<String> errors = rule.texts("ErrorEquals");
    for (String error : errors) {
      if (error.startsWith("States.") && !Failure.RESERVED.contains(error)) {
        throw rule.refused("ErrorEquals", Refusals.error(error));
      }
    }
    if (errors.contains(Failure.ALL) && (errors.size() > 1 || !last)) {
      throw rule.refused(
          "ErrorEquals", "States.ALL must be alone and in the last rule: put it there");
    }
    return errors;
  }

  private static Exit way(Fields state, Set<String> visible) {
    boolean ends = state.has("End") && Boolean.TRUE.equals(state.value("End"));
    if (ends == state.has("Next")) {
      throw state.refused("Next", "either Next or End is needed: write one of them");
    }
    return exit(state, visible, ends ? null : state.text("Next"));
  }

  private static Exit exit(Fields fields, Set<String> visible, @Nullable String next) {
    SequencedMap<String, Template> assign = new LinkedHashMap<>();
    if (fields.has("Assign")) {
      Fields variables = Fields.of(fields.at("Assign"), fields.value("Assign"));
      for (Map.Entry<?, ?> variable : variables.map().entrySet()) {
        String name = String.valueOf(variable.getKey());
        if (name.equals("states") || name.endsWith(".$")) {
          throw variables.refused(name, "is no name for a variable: choose another");
        }
        assign.put(name, Template.parse(variables.at(name), variable.getValue(), visible));
      }
    }
    return new Exit(fields.template("Output", visible), assign, next);
  }
}
