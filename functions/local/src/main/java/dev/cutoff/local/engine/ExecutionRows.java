package dev.cutoff.local.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.local.engine.Execution.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** An execution as a row, and back. */
final class ExecutionRows {

  static final String ID = "id";
  static final String VERSION = "version";
  static final String HISTORY = "history";
  static final String BY_STATUS = "byStatus";
  static final String STARTED_AT = "startedAt";

  /** The start and the name, so that no two executions have the same place in a list. */
  static final String PLACE = "place";

  private static final int MOST = 330 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<List<@Nullable String>>> LINES = new TypeReference<>() {};

  private ExecutionRows() {}

  static String status(String machine, ExecutionStatus status) {
    return machine + ":" + status;
  }

  static String place(Execution e) {
    return Instants.text(e.startedAt()) + "#" + e.name();
  }

  static Map<String, AttributeValue> row(Execution e) {
    Visit visit = e.visit();
    Map<String, AttributeValue> row = new LinkedHashMap<>();
    put(row, ID, e.id());
    row.put(VERSION, AttributeValue.fromN(Long.toString(e.version())));
    put(row, "machine", e.machine());
    put(row, "name", e.name());
    put(row, "status", e.status().toString());
    put(row, BY_STATUS, status(e.machine(), e.status()));
    put(row, STARTED_AT, e.startedAt());
    put(row, PLACE, place(e));
    put(row, "executionInput", e.input().text());
    put(row, "state", visit.state());
    row.put("visit", AttributeValue.fromN(Long.toString(visit.number())));
    // The last input of an ended execution is in its history; output and input might not fit one
    // row.
    put(row, "input", e.end() == null ? visit.input().text() : "null");
    put(row, "enteredAt", visit.enteredAt());
    put(row, "retries", String.join(",", visit.retries().stream().map(String::valueOf).toList()));
    put(row, "wakeAt", visit.wakeAt());
    put(row, "deadline", visit.deadline());
    put(row, "token", visit.token());
    if (visit.invoked()) {
      row.put("invoked", AttributeValue.fromBool(true));
    }
    put(row, "variables", e.variables().text());
    End end = e.end();
    if (end != null) {
      put(row, "stoppedAt", end.at());
      put(row, "output", end.output() == null ? null : end.output().text());
      put(row, "error", end.error());
      put(row, "cause", end.cause());
    }
    row.put("historyPages", AttributeValue.fromN(Integer.toString(e.historyPages())));
    put(row, HISTORY, lines(e.history()));
    return row;
  }

  /** Whether the execution fits one row; its history goes elsewhere where it is long. */
  static boolean fits(Execution e) {
    int size = e.input().text().length() + e.variables().text().length();
    End end = e.end();
    if (end == null) {
      size += e.visit().input().text().length();
    } else if (end.output() != null) {
      size += end.output().text().length();
    }
    return size < MOST;
  }

  static Execution execution(Map<String, AttributeValue> row) {
    String retries = text(row, "retries");
    Visit visit =
        new Visit(
            Long.parseLong(number(row, "visit")),
            text(row, "state"),
            Payload.stored(text(row, "input")),
            Instants.stored(text(row, "enteredAt")),
            retries.isEmpty()
                ? List.of()
                : List.of(retries.split(",", -1)).stream().map(Integer::valueOf).toList(),
            instant(row, "wakeAt"),
            instant(row, "deadline"),
            optional(row, "token"),
            row.containsKey("invoked"));
    return new Execution(
        text(row, "machine"),
        text(row, "name"),
        Long.parseLong(number(row, VERSION)),
        Payload.stored(text(row, "executionInput")),
        Instants.stored(text(row, STARTED_AT)),
        visit,
        Payload.stored(text(row, "variables")),
        end(row),
        Integer.parseInt(number(row, "historyPages")),
        events(text(row, HISTORY)));
  }

  static String lines(List<Event> events) {
    List<List<@Nullable String>> lines = new ArrayList<>();
    for (Event e : events) {
      List<@Nullable String> line = new ArrayList<>();
      line.add(e.type());
      line.add(Instants.text(e.at()));
      line.add(e.state());
      line.add(e.data());
      line.add(e.error());
      line.add(e.cause());
      lines.add(line);
    }
    try {
      return JSON.writeValueAsString(lines);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings are always JSON", e);
    }
  }

  static List<Event> events(String text) {
    List<Event> events = new ArrayList<>();
    try {
      for (List<@Nullable String> line : JSON.readValue(text, LINES)) {
        events.add(
            new Event(
                Objects.requireNonNull(line.get(0)),
                Instants.stored(Objects.requireNonNull(line.get(1))),
                line.get(2),
                line.get(3),
                line.get(4),
                line.get(5)));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored history is not readable any more", e);
    }
    return events;
  }

  private static @Nullable End end(Map<String, AttributeValue> row) {
    Instant stoppedAt = instant(row, "stoppedAt");
    if (stoppedAt == null) {
      return null;
    }
    String output = optional(row, "output");
    return new End(
        ExecutionStatus.fromValue(text(row, "status")),
        stoppedAt,
        output == null ? null : Payload.stored(output),
        optional(row, "error"),
        optional(row, "cause"));
  }

  private static void put(Map<String, AttributeValue> row, String name, @Nullable Object value) {
    switch (value) {
      case Instant instant -> row.put(name, AttributeValue.fromS(Instants.text(instant)));
      case String text -> row.put(name, AttributeValue.fromS(text));
      case null -> {}
      case Object other -> throw new IllegalArgumentException("No attribute: " + other);
    }
  }

  private static String text(Map<String, AttributeValue> row, String name) {
    return Objects.requireNonNull(optional(row, name), name);
  }

  private static @Nullable String optional(Map<String, AttributeValue> row, String name) {
    AttributeValue value = row.get(name);
    return value == null ? null : value.s();
  }

  private static String number(Map<String, AttributeValue> row, String name) {
    return Objects.requireNonNull(row.get(name), name).n();
  }

  private static @Nullable Instant instant(Map<String, AttributeValue> row, String name) {
    String text = optional(row, name);
    return text == null ? null : Instants.stored(text);
  }
}
