package dev.cutoff.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as API Gateway hands it on (payload 2.0), reduced to what handlers ask of it.
 *
 * @param route "GET /orders/{orderId}"
 * @param query several values of one name joined by commas
 * @param rawQuery as it was sent
 * @param headers by lower-case name
 * @param body raw bytes
 * @param caller who is authorised, for the log; "anonymous" where nobody has to be
 */
public record HttpRequest(
    String route,
    Map<String, String> path,
    Map<String, String> query,
    String rawQuery,
    Map<String, String> headers,
    byte[] body,
    String caller) {
  private static final JsonMapper EVENTS =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
          .build();

  public static HttpRequest read(InputStream in) throws IOException {
    APIGatewayV2HTTPEvent event = EVENTS.readValue(in, APIGatewayV2HTTPEvent.class);
    String body = Optional.ofNullable(event.getBody()).orElse("");
    Map<String, String> headers = new TreeMap<>();
    copy(event.getHeaders())
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return new HttpRequest(
        Optional.ofNullable(event.getRouteKey()).orElse(""),
        copy(event.getPathParameters()),
        copy(event.getQueryStringParameters()),
        Optional.ofNullable(event.getRawQueryString()).orElse(""),
        headers,
        event.getIsBase64Encoded()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8),
        caller(event));
  }

  /** A part of the path; a route without it is a mistake in the API's description. */
  public String part(String name) {
    return Optional.ofNullable(path.get(name)).orElseThrow();
  }

  /** Every value of a parameter, in its order; one that is joined by commas may contain them. */
  List<String> all(String name) {
    return values(rawQuery, name);
  }

  /** A field of a form that a browser sent; empty where it has none of that name. */
  Optional<String> field(String name) {
    return values(new String(body, StandardCharsets.UTF_8), name).stream().findFirst();
  }

  private static List<String> values(String encoded, String name) {
    try {
      return Arrays.stream(encoded.split("&"))
          .map(pair -> pair.split("=", 2))
          .filter(pair -> decoded(pair[0]).equals(name))
          .map(pair -> pair.length == 1 ? "" : decoded(pair[1]))
          .toList();
    } catch (IllegalArgumentException notEncoded) {
      throw new BadRequest("the query or the form is not percent-encoded");
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The body as a JSON object; anything else is the caller's mistake. */
  JsonNode json() {
    try {
      JsonNode node = EVENTS.readTree(body);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (IOException notJson) {
      // Told below, without the parser's words.
    }
    throw new BadRequest("the body is to be a JSON object");
  }

  /** Who does it: named in the body, else the token's subject. */
  String who() {
    if (body.length == 0) {
      return caller;
    }
    String by = json().path("by").asText("").strip();
    return by.isEmpty() || by.length() > 128 ? caller : by;
  }

  private static Map<String, String> copy(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : new TreeMap<>(map);
  }

  private static String caller(APIGatewayV2HTTPEvent event) {
    return Optional.ofNullable(event.getRequestContext())
        .map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
        .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt)
        .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT::getClaims)
        .map(claims -> claims.get("sub"))
        .orElse("anonymous");
  }
}
