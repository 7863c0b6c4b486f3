package dev.cutoff.adapter.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One field of the file on its way to a type. What nobody asked for is a mistake: a misspelt field
 * would otherwise be ignored in silence.
 */
final class Field {
  private final Where where;
  private final JsonNode node;
  private final List<Mistake> mistakes;
  private final Set<String> known = new TreeSet<>();

  private Field(Where where, JsonNode node, List<Mistake> mistakes) {
    this.where = where;
    this.node = node;
    this.mistakes = mistakes;
  }

  /** The whole file; mistakes are added to the list. */
  static <T> @Nullable T read(JsonNode file, List<Mistake> mistakes, Function<Field, T> binding) {
    return new Field(Where.FILE, file, mistakes).guarded(binding);
  }

  Where where() {
    return where;
  }

  JsonNode node() {
    return node;
  }

  Unusable wrong(String message) {
    return new Unusable(new Mistake(where, message));
  }

  /** Notes a mistake and goes on. */
  void note(Where at, String message) {
    mistakes.add(new Mistake(at, message));
  }

  Field get(String name) {
    return find(name)
        .orElseThrow(
            () -> new Unusable(new Mistake(where.field(name), "is missing: please add it")));
  }

  Optional<Field> find(String name) {
    if (!node.isObject()) {
      throw wrong("must be an object, { … }");
    }
    known.add(name);
    JsonNode child = node.get(name);
    return child == null
        ? Optional.empty()
        : Optional.of(new Field(where.field(name), child, mistakes));
  }

  /** This field as an object of a known shape. */
  <T> T as(Function<Field, T> binding) {
    T value = binding.apply(this);
    refuseUnknown();
    return value;
  }

  /** Every usable element of a list; the others are noted. */
  <T> List<Located<T>> each(Function<Field, T> binding) {
    if (!node.isArray()) {
      throw wrong("must be a list, [ … ]");
    }
    return collect(
        node.size(),
        i -> new Field(where.element(i), node.path(i), mistakes),
        (i, field) -> binding.apply(field));
  }

  /** Every usable entry of an object whose names are data. */
  <T> List<Located<T>> entries(BiFunction<String, Field, T> binding) {
    if (!node.isObject()) {
      throw wrong("must be an object, { … }");
    }
    List<String> names = new ArrayList<>();
    for (Iterator<String> all = node.fieldNames(); all.hasNext(); ) {
      names.add(all.next());
    }
    known.addAll(names);
    return collect(
        names.size(),
        i -> new Field(where.field(names.get(i)), node.path(names.get(i)), mistakes),
        (i, field) -> binding.apply(names.get(i), field));
  }

  private <T> List<Located<T>> collect(
      int size, IntFunction<Field> child, BiFunction<Integer, Field, T> binding) {
    List<Located<T>> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int index = i;
      Field field = child.apply(index);
      T value = field.guarded(it -> binding.apply(index, it));
      if (value != null) {
        values.add(new Located<>(field.where, value));
      }
    }
    return values;
  }

  private <T> @Nullable T guarded(Function<Field, T> binding) {
    try {
      return as(binding);
    } catch (Unusable unusable) {
      mistakes.add(unusable.mistake());
      return null;
    }
  }

  private void refuseUnknown() {
    if (!node.isObject()) {
      return;
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        note(where.field(name), Hints.unknownField(known));
      }
    }
  }
}
