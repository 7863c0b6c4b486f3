package dev.cutoff.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer: JSON, a document, or a page.
 *
 * @param text false where the body is Base64 of bytes
 * @param headers besides those that every answer has
 */
public record HttpAnswer(
    int status, String contentType, String body, boolean text, Map<String, String> headers) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // A question that a type answers, like Money.isZero(), is no member of the contract.
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          // A page's cursor is null where there is no next one; views leave out what is not there.
          .build();

  public HttpAnswer {
    headers = Collections.unmodifiableMap(new TreeMap<>(headers));
  }

  private HttpAnswer(int status, String contentType, String body, boolean text) {
    this(status, contentType, body, text, Map.of());
  }

  public static HttpAnswer json(int status, Object value) {
    return new HttpAnswer(status, "application/json", write(value), true);
  }

  public static HttpAnswer document(String contentType, byte[] bytes) {
    return new HttpAnswer(200, contentType, Base64.getEncoder().encodeToString(bytes), false);
  }

  /**
   * A page for customers. Its address is the key to it: no other site, and no search engine, is to
   * learn it.
   *
   * @param styles that it may use, as its content security policy names them
   * @param forms where it may send forms: 'none' or 'self'
   * @param more headers
   */
  static HttpAnswer page(
      int status, String html, String styles, String forms, Map<String, String> more) {
    Map<String, String> headers = new TreeMap<>(more);
    headers.put(
        "content-security-policy",
        "default-src 'none'; style-src %s; base-uri 'none'; form-action %s; frame-ancestors 'none'"
            .formatted(styles, forms));
    headers.put("referrer-policy", "no-referrer");
    headers.put("x-robots-tag", "noindex, nofollow, noarchive");
    headers.put("x-frame-options", "DENY");
    return new HttpAnswer(status, "text/html; charset=utf-8", html, true, headers);
  }

  /**
   * RFC 9457.
   *
   * @param detail what is wrong and what to do
   */
  public static HttpAnswer problem(int status, String title, String detail) {
    return problem(status, title, detail, Map.of());
  }

  /** A problem with members of its own. */
  public static HttpAnswer problem(
      int status, String title, String detail, Map<String, ?> members) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "urn:cutoff:problem:" + slug(title));
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    problem.putAll(members);
    return new HttpAnswer(status, "application/problem+json", write(problem), true);
  }

  public void write(OutputStream out) throws IOException {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("content-type", contentType);
    all.put("cache-control", "no-store");
    all.put("x-content-type-options", "nosniff");
    JSON.writeValue(
        out,
        APIGatewayV2HTTPResponse.builder()
            .withStatusCode(status)
            .withHeaders(all)
            .withBody(body)
            .withIsBase64Encoded(!text)
            .build());
  }

  private static String slug(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException(bug);
    }
  }
}
