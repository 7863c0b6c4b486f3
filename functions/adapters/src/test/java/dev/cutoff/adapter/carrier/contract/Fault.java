package dev.cutoff.adapter.carrier.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What becomes of one request on its way to a carrier. */
public sealed interface Fault {
  /** What a stranger sends must never be repeated. */
  String STRANGER = "what-a-stranger-sent";

  /** Whether the carrier gets the request all the same. */
  default boolean reachesTheCarrier() {
    return switch (this) {
      case Pass pass -> true;
      case Refuse refuse -> false;
      case Hang hang -> hang.after();
      case Late late -> true;
      case Cut cut -> true;
      case Say say -> say.after();
      case Change change -> true;
    };
  }

  record Pass() implements Fault {}

  /** The connection is reset. */
  record Refuse() implements Fault {}

  /** No answer for ever. */
  record Hang(boolean after) implements Fault {}

  /** The carrier gets the request when nobody waits for it any more. */
  record Late(Duration by) implements Fault {}

  /** The connection breaks in the middle of the carrier's answer. */
  record Cut() implements Fault {}

  /** Something else answers. */
  record Say(String name, boolean after, Function<Request, Answer> saying) implements Fault {
    @Override
    public String toString() {
      return name + (after ? " after the effect" : "");
    }
  }

  /** The carrier's own answer with another body. */
  record Change(UnaryOperator<byte[]> body) implements Fault {}

  static Fault say(int status, String type, Map<String, String> headers, String body) {
    Answer answer = Answer.of(status, type, headers, body.getBytes(StandardCharsets.UTF_8));
    return new Say(status + " " + type + " " + shortly(body), false, request -> answer);
  }

  static Fault json(int status, String body) {
    return say(status, "application/json", Map.of(), body);
  }

  static Fault tooMany() {
    return say(429, "application/json", Map.of("Retry-After", "7"), "{\"m\":\"" + STRANGER + "\"}");
  }

  static Fault serverError() {
    return say(500, "text/plain", Map.of(), STRANGER);
  }

  static Fault html() {
    return say(200, "text/html", Map.of(), "<html><b>" + STRANGER + "</b></html>");
  }

  static Fault otherBytes() {
    return say(200, "application/json", Map.of(), "\u0000\u0001{{{\"" + STRANGER);
  }

  /** The same once the carrier has done what it was asked for. */
  static Fault after(Fault fault) {
    return fault instanceof Say say ? new Say(say.name(), true, say.saying()) : fault;
  }

  /** Nobody who waits is given an answer that can be read. */
  static List<Fault> unreadable() {
    return List.of(
        new Refuse(),
        new Hang(false),
        new Hang(true),
        new Cut(),
        tooMany(),
        serverError(),
        html(),
        otherBytes());
  }

  /** Status 200, JSON, and nothing in it. */
  static List<Fault> empty() {
    return List.of(
        json(200, "{}"), json(200, "[]"), json(200, "null"), json(200, "\"" + STRANGER + "\""));
  }

  private static String shortly(String text) {
    return text.length() <= 12 ? text : text.substring(0, 12).replaceAll("\\p{Cntrl}", "?") + "…";
  }
}
