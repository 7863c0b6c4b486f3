package dev.cutoff.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fake functions behind the real state machine. Each does what it was told for its next call, and
 * nothing after; the names of its errors are put into the definition in place of the real ones.
 */
final class Steps {

  static final List<String> NAMES =
      List.of(
          "Ingest",
          "Reserve",
          "RateShop",
          "Label",
          "Notify",
          "QueueForStock",
          "AwaitPayment",
          "Hold",
          "Compensate");

  final List<String> calls = new ArrayList<>();
  final Map<String, String> lastPayload = new LinkedHashMap<>();
  final Deque<String> tokens = new ArrayDeque<>();
  private final Map<String, Deque<RuntimeException>> failures = new TreeMap<>();

  static final class OrderHeld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OrderHeld(String message) {
      super(message);
    }
  }

  static final class OrderCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final class PaymentAwaited extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final class ReservationQueued extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final class TryAgain extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final class EscalationsExhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The real definition, with this class's errors in place of the handlers'. */
  static Machine orderFulfilment() {
    Path file =
        Path.of(System.getProperty("cutoff.root"), "statemachine", "order-fulfilment.asl.json");
    Map<String, String> arns = new LinkedHashMap<>();
    NAMES.forEach(name ->
        arns.put(name + "FunctionArn", "arn:aws:lambda:us-east-1:000000000000:function:" + name));
    try {
      String text = Files.readString(file).replace("dev.cutoff.step.", Steps.class.getName() + "$");
      return Machine.parse("order-fulfilment", text, arns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String error(Class<?> type) {
    return type.getName();
  }

  Steps fails(String function, RuntimeException... errors) {
    failures.computeIfAbsent(function, f -> new ArrayDeque<>()).addAll(List.of(errors));
    return this;
  }

  /** Registers the functions at the rig, and loads the machine. */
  Rig at(Rig rig) {
    for (String name : NAMES) {
      rig.function(name, payload -> call(name, payload));
    }
    return rig.machine(orderFulfilment());
  }

  String call(String name, String payload) {
    calls.add(name);
    lastPayload.put(name, payload);
    Object token = Payload.stored(payload).object().get("taskToken");
    if (token != null) {
      tokens.add((String) token);
    }
    if (name.equals("Hold") && payload.contains("\"escalation\":3")) {
      throw new EscalationsExhausted();
    }
    @Nullable RuntimeException failure =
        failures.getOrDefault(name, new ArrayDeque<>()).pollFirst();
    if (failure != null) {
      throw failure;
    }
    return "{\"done\":\"" + name + "\"}";
  }
}
