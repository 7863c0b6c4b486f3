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
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Executions and their histories as text, and back. */
final class ExecutionText {

  private static final String VERSION = "version";
  private static final String STARTED_AT = "startedAt";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
  private static final TypeReference<List<List<@Nullable String>>> LINES = new TypeReference<>() {};

  private ExecutionText() {}

  /** Without its news. */
  static String of(Execution e) {
    Visit visit = e.visit();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(VERSION, Long.toString(e.version()));
    fields.put("machine", e.machine());
    fields.put("name", e.name());
    fields.put("status", e.status().toString());
    put(fields, STARTED_AT, e.startedAt());
    fields.put("executionInput", e.input().text());
    fields.put("state", visit.state());
    fields.put("visit", Long.toString(visit.number()));
    // The last input of an ended execution is in its history.
    fields.put("input", e.end() == null ? visit.input().text() : "null");
    put(fields, "enteredAt", visit.enteredAt());
    fields.put("retries", String.join(",", visit.retries().stream().map(String::valueOf).toList()));
    put(fields, "wakeAt", visit.wakeAt());
    put(fields, "deadline", visit.deadline());
    put(fields, "token", visit.token());
    if (visit.invoked()) {
      fields.put("invoked", "true");
    }
    fields.put("variables", e.variables().text());
    End end = e.end();
    if (end != null) {
      put(fields, "stoppedAt", end.at());
      put(fields, "output", end.output() == null ? null : end.output().text());
      put(fields, "error", end.error());
      put(fields, "cause", end.cause());
    }
    return text(fields);
  }

  static Execution execution(String stored) {
    Map<String, String> row = fields(stored);
    String retries = text(row, "retries");
    Visit visit =
        new Visit(
            Long.parseLong(text(row, "visit")),
            text(row, "state"),
            Payload.stored(text(row, "input")),
            Instants.stored(text(row, "enteredAt")),
            retries.isEmpty()
                ? List.of()
                : List.of(retries.split(",", -1)).stream().map(Integer::valueOf).toList(),
            instant(row, "wakeAt"),
            instant(row, "deadline"),
            row.get("token"),
            row.containsKey("invoked"));
    return new Execution(
        text(row, "machine"),
        text(row, "name"),
        Long.parseLong(text(row, VERSION)),
        Payload.stored(text(row, "executionInput")),
        Instants.stored(text(row, STARTED_AT)),
        visit,
        Payload.stored(text(row, "variables")),
        end(row),
        List.of());
  }

  static String of(List<Event> events) {
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
    return text(lines);
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

  private static @Nullable End end(Map<String, String> row) {
    Instant stoppedAt = instant(row, "stoppedAt");
    if (stoppedAt == null) {
      return null;
    }
    String output = row.get("output");
    return new End(
        ExecutionStatus.fromValue(text(row, "status")),
        stoppedAt,
        output == null ? null : Payload.stored(output),
        row.get("error"),
        row.get("cause"));
  }

  private static void put(Map<String, String> fields, String name, @Nullable Object value) {
    switch (value) {
      case Instant instant -> fields.put(name, Instants.text(instant));
      case String text -> fields.put(name, text);
      case null -> {}
      case Object other -> throw new IllegalArgumentException("No field: " + other);
    }
  }

  private static String text(Map<String, String> fields, String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  private static @Nullable Instant instant(Map<String, String> fields, String name) {
    String text = fields.get(name);
    return text == null ? null : Instants.stored(text);
  }

  private static Map<String, String> fields(String stored) {
    try {
      return JSON.readValue(stored, FIELDS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored execution is not readable any more", e);
    }
  }

  private static String text(Object strings) {
    try {
      return JSON.writeValueAsString(strings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings are always JSON", e);
    }
  }
}
