package dev.cutoff.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a request as API Gateway hands it to a function: HTTP API, payload 2.0. */
final class GatewayEvent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter COMMON_LOG =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private GatewayEvent() {}

  /**
   * The event's bytes.
   *
   * @param claims null on a route that needs none
   */
  static byte[] of(
      HttpExchange exchange,
      Routes.Match.Found found,
      Map<String, String> query,
      byte[] body,
      FrontDoor.@Nullable Claims claims,
      String requestId,
      Instant now) {
    Route route = found.route();
    String rawQuery = exchange.getRequestURI().getRawQuery();
    ObjectNode event =
        JSON.createObjectNode()
            .put("version", "2.0")
            .put("routeKey", route.key())
            .put("rawPath", exchange.getRequestURI().getRawPath())
            .put("rawQueryString", rawQuery == null ? "" : rawQuery);
    headers(exchange, route, event.putObject("headers"));
    if (!query.isEmpty()) {
      query.forEach(event.putObject("queryStringParameters")::put);
    }
    if (!found.parameters().isEmpty()) {
      found.parameters().forEach(event.putObject("pathParameters")::put);
    }
    context(exchange, route, claims, requestId, now, event.putObject("requestContext"));
    body(route, body, event);
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  private static void headers(HttpExchange exchange, Route route, ObjectNode headers) {
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      // The token has done its work; a function that does not get it can't log it.
      if (!(route.secured() && name.equals("authorization"))) {
        headers.put(name, String.join(",", header.getValue()));
      }
    }
  }

  private static void context(
      HttpExchange exchange,
      Route route,
      FrontDoor.@Nullable Claims claims,
      String requestId,
      Instant now,
      ObjectNode context) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    String agent = exchange.getRequestHeaders().getFirst("User-Agent");
    context
        .put("accountId", "000000000000")
        .put("apiId", "local")
        .put("domainName", host == null ? "" : host)
        .put("stage", "$default")
        .put("requestId", requestId)
        .put("routeKey", route.key())
        .put("time", COMMON_LOG.format(now))
        .put("timeEpoch", now.toEpochMilli());
    context
        .putObject("http")
        .put("method", route.method())
        .put("path", exchange.getRequestURI().getRawPath())
        .put("protocol", exchange.getProtocol())
        .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
        .put("userAgent", agent == null ? "" : agent);
    if (claims != null) {
      ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
      // API Gateway hands a claim that is a list over as one string: [a b].
      jwt.putObject("claims")
          .put("sub", claims.sub())
          .put("roles", "[" + String.join(" ", claims.roles()) + "]");
      jwt.putNull("scopes");
    }
  }

  private static void body(Route route, byte[] body, ObjectNode event) {
    Optional<String> text = route.rawBody() ? Optional.empty() : Percent.utf8(body);
    if (body.length == 0) {
      event.put("isBase64Encoded", false);
    } else if (text.isPresent()) {
      event.put("body", text.get()).put("isBase64Encoded", false);
    } else {
      event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    }
  }
}
