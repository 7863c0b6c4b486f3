package dev.cutoff.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads what a function answered: API Gateway's payload 2.0, and nothing looser. */
final class GatewayAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** A line break in a value would be a header, or a second answer, of its author's choice. */
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\xa0-\\xff]*");

  /** The server's own business. */
  private static final Set<String> DROPPED =
      Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding", "upgrade");

  private GatewayAnswer() {}

  /** The function's answer is no answer to an HTTP request. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  static Reply parse(byte[] payload) throws Malformed {
    JsonNode answer;
    try {
      answer = JSON.readTree(payload);
    } catch (IOException e) {
      throw new Malformed("not JSON");
    }
    if (answer == null || !answer.isObject()) {
      throw new Malformed("not an object");
    }
    JsonNode status = answer.path("statusCode");
    if (!status.isInt() || status.intValue() < 200 || status.intValue() > 599) {
      throw new Malformed("no statusCode from 200 to 599");
    }
    Map<String, List<String>> headers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      add(headers, header.getKey(), header.getValue());
    }
    for (Map.Entry<String, JsonNode> header : answer.path("multiValueHeaders").properties()) {
      headers.remove(header.getKey().toLowerCase(Locale.ROOT));
      for (JsonNode value : header.getValue()) {
        add(headers, header.getKey(), value);
      }
    }
    for (JsonNode cookie : answer.path("cookies")) {
      add(headers, "set-cookie", cookie);
    }
    headers.putIfAbsent("content-type", List.of("application/json"));
    return new Reply(status.intValue(), headers, body(answer));
  }

  private static void add(Map<String, List<String>> headers, String name, JsonNode value)
      throws Malformed {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!TOKEN.matcher(name).matches()
        || !value.isValueNode()
        || !VALUE.matcher(value.asText()).matches()) {
      throw new Malformed("a header that no header can be");
    }
    if (!DROPPED.contains(lower) && !value.isNull()) {
      headers.computeIfAbsent(lower, _ -> new ArrayList<>()).add(value.asText());
    }
  }

  private static byte[] body(JsonNode answer) throws Malformed {
    JsonNode body = answer.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return new byte[0];
    }
    if (!body.isTextual()) {
      throw new Malformed("a body that is not a string");
    }
    if (!answer.path("isBase64Encoded").asBoolean(false)) {
      return body.textValue().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body.textValue());
    } catch (IllegalArgumentException e) {
      throw new Malformed("a body that is not base64");
    }
  }
}
