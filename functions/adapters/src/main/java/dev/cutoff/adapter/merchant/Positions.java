package dev.cutoff.adapter.merchant;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Line and column of every field. Worked out only when there is a problem to show. */
final class Positions {
  private final Map<Where, JsonLocation> byField = new HashMap<>();

  private Positions() {}

  /** Of a file that is known to be JSON. */
  static Positions of(byte[] json) {
    Positions positions = new Positions();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      positions.visit(parser, Where.FILE);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return positions;
  }

  /** In the order of the file; a missing field stands where its parent begins. */
  List<Problem> locate(List<Mistake> mistakes) {
    return mistakes.stream()
        .map(mistake -> problem(mistake))
        .distinct()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }

  private Problem problem(Mistake mistake) {
    JsonLocation at = location(mistake.where());
    return new Problem(
        at.getLineNr(), at.getColumnNr(), mistake.where().toString(), mistake.message());
  }

  private JsonLocation location(Where where) {
    JsonLocation found = byField.get(where);
    Where parent = where.parent();
    return found != null || parent == null
        ? byField.getOrDefault(where, JsonLocation.NA)
        : location(parent);
  }

  private void visit(JsonParser parser, Where where) throws IOException {
    byField.putIfAbsent(where, parser.currentTokenLocation());
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        Where child = where.field(parser.currentName());
        byField.put(child, parser.currentTokenLocation());
        parser.nextToken();
        visit(parser, child);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
        visit(parser, where.element(index));
      }
    }
  }
}
