package dev.cutoff.testkit.dynamo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An update expression. */
record Change(
    List<Assigned> sets, List<Path> removes, List<Assigned> adds, List<Assigned> deletes) {
  private static final String WRONG_TYPE =
      "An operand in the update expression has an incorrect data type";

  Change {
    sets = List.copyOf(sets);
    removes = List.copyOf(removes);
    adds = List.copyOf(adds);
    deletes = List.copyOf(deletes);
  }

  /** A path and what goes there. */
  record Assigned(Path path, Operand value) {}

  /** All paths that are written. */
  List<Path> paths() {
    return Stream.of(
            sets.stream().map(Assigned::path),
            removes.stream(),
            adds.stream().map(Assigned::path),
            deletes.stream().map(Assigned::path))
        .flatMap(all -> all)
        .toList();
  }

  /** Refuses to write one place twice. */
  void check(Scope scope) {
    List<Path> paths = paths();
    for (int i = 0; i < paths.size(); i++) {
      String attribute = paths.get(i).attribute(scope);
      for (int j = 0; j < i; j++) {
        if (attribute.equals(paths.get(j).attribute(scope))
            && overlap(paths.get(j).resolved(scope), paths.get(i).resolved(scope))) {
          throw Refused.request(
              "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: %s, path two: %s"
                  .formatted(shown(paths.get(j), scope), shown(paths.get(i), scope)));
        }
      }
    }
  }

  private static boolean overlap(List<Path.Step> one, List<Path.Step> other) {
    int common = Math.min(one.size(), other.size());
    return one.subList(0, common).equals(other.subList(0, common));
  }

  private static String shown(Path path, Scope scope) {
    return path.resolved(scope).stream()
        .map(step ->
            switch (step) {
              case Path.Step.Field(String name) -> name;
              case Path.Step.Place(int index) -> "[" + index + "]";
            })
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The row as it is afterwards; what is read is read as it was before. */
  Map<String, AttributeValue> applied(Scope scope, List<String> keys) {
    for (Path path : paths()) {
      if (keys.contains(path.attribute(scope))) {
        throw Refused.row(
            "One or more parameter values were invalid: Cannot update attribute %s. This attribute is part of the key"
                .formatted(path.attribute(scope)));
      }
    }
    List<AttributeValue> values = new ArrayList<>(sets.size());
    for (Assigned set : sets) {
      values.add(Values.kept(Operand.needed(set.value(), scope)));
    }
    Map<String, AttributeValue> row = new HashMap<>(scope.row());
    for (int i = 0; i < sets.size(); i++) {
      sets.get(i).path().set(row, scope, values.get(i));
    }
    // From the end, so that places of a list are those that they were.
    removes.stream()
        .sorted(Comparator.comparingInt(Change::place).reversed())
        .forEach(path -> path.set(row, scope, null));
    adds.forEach(add -> add.path().set(row, scope, added(add, scope)));
    deletes.forEach(delete -> {
      AttributeValue there = delete.path().in(scope);
      if (there != null) {
        delete.path().set(row, scope, without(there, Operand.needed(delete.value(), scope)));
      }
    });
    return row;
  }

  private static int place(Path path) {
    return path.steps().getLast() instanceof Path.Step.Place(int index) ? index : -1;
  }

  private static AttributeValue added(Assigned add, Scope scope) {
    AttributeValue value = Operand.needed(add.value(), scope);
    AttributeValue there = add.path().in(scope);
    if (there == null) {
      return Values.kept(value);
    }
    if (there.type() != value.type()) {
      throw Refused.row(WRONG_TYPE);
    }
    return switch (value.type()) {
      case N -> Values.sum(there, value, false);
      case SS -> AttributeValue.fromSs(union(there.ss(), value.ss()));
      case NS -> AttributeValue.fromNs(union(Values.kept(there).ns(), Values.kept(value).ns()));
      case BS -> AttributeValue.fromBs(union(there.bs(), value.bs()));
      default -> throw Refused.row(WRONG_TYPE);
    };
  }

  private static <T> List<T> union(List<T> one, List<T> other) {
    Set<T> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }

  private static @Nullable AttributeValue without(AttributeValue there, AttributeValue value) {
    if (there.type() != value.type()) {
      throw Refused.row(WRONG_TYPE);
    }
    return switch (value.type()) {
      case SS -> {
        List<String> left = there.ss().stream().filter(each -> !value.ss().contains(each)).toList();
        yield left.isEmpty() ? null : AttributeValue.fromSs(left);
      }
      case NS -> {
        Set<BigDecimal> gone =
            value.ns().stream()
                .map(each -> new BigDecimal(each).stripTrailingZeros())
                .collect(Collectors.toSet());
        List<String> left =
            there.ns().stream()
                .filter(each -> !gone.contains(new BigDecimal(each).stripTrailingZeros()))
                .toList();
        yield left.isEmpty() ? null : AttributeValue.fromNs(left);
      }
      case BS -> {
        List<SdkBytes> left =
            there.bs().stream().filter(each -> !value.bs().contains(each)).toList();
        yield left.isEmpty() ? null : AttributeValue.fromBs(left);
      }
      default -> throw Refused.row(WRONG_TYPE);
    };
  }
}
