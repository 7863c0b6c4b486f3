package dev.cutoff.local.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object of the definition, read field by field, with the place told in every refusal. */
record Fields(String where, Map<?, ?> map) {

  static Fields of(String where, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Fields(where, map);
    }
    throw new InvalidDefinition(where, "an object is needed: {…}");
  }

  Fields only(Set<String> known) {
    for (Object key : map.keySet()) {
      String field = String.valueOf(key);
      if (!known.contains(field)) {
        throw new InvalidDefinition(at(field), Refusals.field(field));
      }
    }
    return this;
  }

  String at(String field) {
    return where + ", field " + field;
  }

  InvalidDefinition refused(String field, String problem) {
    return new InvalidDefinition(at(field), problem);
  }

  boolean has(String field) {
    return map.containsKey(field);
  }

  @Nullable Object value(String field) {
    return map.get(field);
  }

  @Nullable String optional(String field) {
    return has(field) ? text(field) : null;
  }

  String text(String field) {
    if (map.get(field) instanceof String text) {
      return text;
    }
    throw refused(
        field, has(field) ? "text is needed: write it in quotes" : "is missing: write it");
  }

  int whole(String field, int otherwise, int least) {
    if (!has(field)) {
      return otherwise;
    }
    if (map.get(field) instanceof Integer number && number >= least && number <= 99_999_999) {
      return number;
    }
    throw refused(field, "a whole number from %d to 99999999 is needed".formatted(least));
  }

  double decimal(String field, double otherwise, double least) {
    if (!has(field)) {
      return otherwise;
    }
    if (map.get(field) instanceof Number number && number.doubleValue() >= least) {
      return number.doubleValue();
    }
    throw refused(field, "a number of at least " + least + " is needed");
  }

  @Nullable Template template(String field, Set<String> visible) {
    return has(field) ? Template.parse(at(field), map.get(field), visible) : null;
  }

  List<Fields> objects(String field, Set<String> known) {
    List<Fields> objects = new ArrayList<>();
    if (!has(field)) {
      return objects;
    }
    if (!(map.get(field) instanceof List<?> list)) {
      throw refused(field, "a list is needed: […]");
    }
    for (int i = 0; i < list.size(); i++) {
      objects.add(of(at(field) + "[" + i + "]", list.get(i)).only(known));
    }
    return objects;
  }

  List<String> texts(String field) {
    if (map.get(field) instanceof List<?> list && !list.isEmpty()) {
      List<String> texts = new ArrayList<>();
      for (Object element : list) {
        if (!(element instanceof String text)) {
          throw refused(field, "a list of texts is needed: [\"…\"]");
        }
        texts.add(text);
      }
      return texts;
    }
    throw refused(field, "a list of texts is needed: [\"…\"]");
  }
}
