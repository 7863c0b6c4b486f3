package dev.cutoff.adapter.carrier.contract;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One request as it was sent.
 *
 * @param path with its query
 * @param headers by lower-case name
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Request(String method, String path, Map<String, String> headers, byte[] body) {
  public boolean is(String wanted, String pathPattern) {
    return method.equals(wanted) && path.matches(pathPattern);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
