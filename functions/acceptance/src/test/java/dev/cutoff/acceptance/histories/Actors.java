package dev.cutoff.acceptance.histories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The functions of one engine: each call is looked up in its scene's script, and remembered. */
final class Actors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Part> parts = new ConcurrentHashMap<>();

  void cast(Scene scene) {
    parts.put(scene.name(), new Part(scene));
  }

  Act call(String function, String payload) {
    JsonNode input = read(payload);
    return part(input.path("orderId").asText()).called(function, payload, token(input));
  }

  /** What is to be done with a token that was handed over, once for each. */
  Optional<Handed> nextToken(Scene scene) {
    return Optional.ofNullable(part(scene.name()).tokens.poll());
  }

  /** Function and payload of each call so far. */
  List<String> calls(Scene scene) {
    Part part = part(scene.name());
    synchronized (part) {
      return List.copyOf(part.calls);
    }
  }

  private Part part(String name) {
    Part part = parts.get(name);
    if (part == null) {
      throw new IllegalStateException("No scene has an order " + name);
    }
    return part;
  }

  private static @Nullable String token(JsonNode input) {
    return input.path("taskToken").textValue();
  }

  private static JsonNode read(String payload) {
    try {
      return JSON.readTree(payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Handed(String token, Act act) {}

  private static final class Part {
    private final Scene scene;
    private final Map<String, Integer> times = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Queue<Handed> tokens = new ConcurrentLinkedQueue<>();

    private Part(Scene scene) {
      this.scene = scene;
    }

    private synchronized Act called(String function, String payload, @Nullable String token) {
      int before = times.merge(function, 1, Integer::sum) - 1;
      Act act = scene.script().line(function, before, token != null);
      calls.add(function + " " + Canonical.text(payload));
      if (token != null) {
        tokens.add(new Handed(token, act));
      }
      return act;
    }
  }
}
