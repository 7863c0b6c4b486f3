package dev.cutoff.local.http;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides what a request gets: a function's answer, or the problem that keeps it from one. */
final class Reception {
  private static final System.Logger LOG = System.getLogger(Reception.class.getName());

  private final Routes routes;
  private final Tokens tokens;
  private final FrontDoor.Backend backend;
  private final InstantSource clock;

  Reception(Routes routes, Tokens tokens, FrontDoor.Backend backend, InstantSource clock) {
    this.routes = routes;
    this.tokens = tokens;
    this.backend = backend;
    this.clock = clock;
  }

  Reply replyTo(HttpExchange exchange, Incoming incoming, String requestId) {
    URI uri = exchange.getRequestURI();
    // "//orders" parses as a host named orders: there is no such path.
    if (uri.getScheme() == null && uri.getRawAuthority() != null) {
      return notFound(requestId);
    }
    Optional<List<String>> segments = Percent.segments(uri.getRawPath());
    Optional<Map<String, String>> query = Percent.query(uri.getRawQuery());
    if (segments.isEmpty() || query.isEmpty()) {
      return malformed("The address is not readable.", requestId);
    }
    String asked = exchange.getRequestMethod();
    String method = asked.equals("HEAD") ? "GET" : asked;
    return switch (routes.find(method, segments.get())) {
      case Routes.Match.NoSuchPath() -> notFound(requestId);
      case Routes.Match.OtherMethod(SortedSet<String> allowed) ->
          otherMethod(method, allowed, requestId);
      case Routes.Match.Found found -> admitted(exchange, incoming, found, query.get(), requestId);
    };
  }

  static Reply tooBusy(String requestId) {
    return Reply.problem(503, "too-busy", "Too busy", "Too much is under way.", requestId)
        .with("retry-after", "1");
  }

  static Reply failed(String requestId) {
    return Reply.problem(500, "failed", "Failed", "It failed here; the log says why.", requestId);
  }

  private Reply admitted(
      HttpExchange exchange,
      Incoming incoming,
      Routes.Match.Found found,
      Map<String, String> query,
      String requestId) {
    FrontDoor.@Nullable Claims claims = null;
    if (found.route().secured()) {
      Optional<String> token = bearer(exchange.getRequestHeaders().get("Authorization"));
      Optional<FrontDoor.Claims> known = token.flatMap(tokens::find);
      if (known.isEmpty()) {
        return unauthorised(token.isPresent(), requestId);
      }
      claims = known.get();
    }
    if (!found.route().built()) {
      return Reply.problem(
          501, "not-built", "Not built yet", "Part of the contract, not built yet.", requestId);
    }
    return switch (incoming.read()) {
      case Incoming.Body.TooLarge() ->
          Reply.problem(
              413, "too-large", "Too large", "The body is longer than is taken.", requestId);
      case Incoming.Body.TooSlow() ->
          Reply.problem(408, "too-slow", "Too slow", "The body did not arrive in time.", requestId);
      case Incoming.Body.Broken() -> malformed("The body broke off.", requestId);
      case Incoming.Body.Whole(byte[] body) ->
          invoke(
              found.route(),
              GatewayEvent.of(exchange, found, query, body, claims, requestId, clock.instant()),
              requestId);
    };
  }

  // A function may throw anything; the caller learns that it failed, the log learns why.
  private Reply invoke(Route route, byte[] event, String requestId) {
    byte[] answer;
    try {
      answer = backend.invoke(route.function(), event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return tooBusy(requestId);
    } catch (Exception e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "request " + requestId + ": " + route.function() + " failed at " + route.key(),
          e);
      return failed(requestId);
    }
    try {
      return GatewayAnswer.parse(answer);
    } catch (GatewayAnswer.Malformed e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "request {0}: {1} answered {2}",
          requestId,
          route.function(),
          e.getMessage());
      return Reply.problem(502, "bad-answer", "Bad answer", "No readable answer.", requestId);
    }
  }

  private static Optional<String> bearer(@Nullable List<String> authorization) {
    // Two such headers: who knows which one somebody else has checked.
    if (authorization == null || authorization.size() != 1) {
      return Optional.empty();
    }
    String value = authorization.getFirst().strip();
    return value.regionMatches(true, 0, "Bearer ", 0, 7)
        ? Optional.of(value.substring(7).strip())
        : Optional.empty();
  }

  private static Reply unauthorised(boolean presented, String requestId) {
    String detail = presented ? "The token is not valid." : "A bearer token is needed.";
    String challenge = "Bearer realm=\"cutoff\"" + (presented ? ", error=\"invalid_token\"" : "");
    return Reply.problem(401, "unauthorised", "Unauthorised", detail, requestId)
        .with("www-authenticate", challenge);
  }

  private static Reply otherMethod(String method, SortedSet<String> known, String requestId) {
    SortedSet<String> allowed = new TreeSet<>(known);
    allowed.add("OPTIONS");
    if (known.contains("GET")) {
      allowed.add("HEAD");
    }
    Reply reply =
        method.equals("OPTIONS")
            ? Reply.empty(204)
            : Reply.problem(
                405, "other-method", "Other method", "This path has other methods.", requestId);
    return reply.with("allow", String.join(", ", allowed));
  }

  private static Reply malformed(String detail, String requestId) {
    return Reply.problem(400, "malformed", "Malformed", detail, requestId);
  }

  private static Reply notFound(String requestId) {
    return Reply.problem(404, "not-found", "Not found", "There is no such path.", requestId);
  }
}
