package dev.cutoff.adapter.carrier.contract;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** As much of HTTP/1.1 as a proxy needs that closes every connection after one answer. */
final class RawHttp {
  /** They belong to one connection, and each side of the proxy is one of its own. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "upgrade",
          "http2-settings",
          "transfer-encoding",
          "content-length",
          "expect",
          "host");

  private static final int HEX = 16;

  private RawHttp() {}

  static Request request(InputStream in) throws IOException {
    String[] first = line(in).split(" ", 3);
    Map<String, String> headers = headers(in);
    boolean bodiless = !headers.containsKey("content-length") && !chunked(headers);
    return new Request(first[0], first[1], headers, bodiless ? new byte[0] : body(in, headers));
  }

  static Answer answer(InputStream in) throws IOException {
    int status = Integer.parseInt(line(in).split(" ", 3)[1]);
    Map<String, String> headers = headers(in);
    byte[] body = status == 204 || status == 304 ? new byte[0] : body(in, headers);
    return new Answer(status, headers, body);
  }

  static void write(OutputStream out, Request request, String host) throws IOException {
    StringBuilder head = new StringBuilder(request.method() + " " + request.path() + " HTTP/1.1");
    head.append("\r\nHost: ").append(host);
    end(head, request.headers(), request.body().length);
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(request.body());
    out.flush();
  }

  /**
   * Writes an answer, or the beginning of it.
   *
   * @param part of the body's bytes, 0 to 1
   */
  static void write(OutputStream out, Answer answer, double part) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Any");
    end(head, answer.headers(), answer.body().length);
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(answer.body(), 0, (int) (answer.body().length * part));
    out.flush();
  }

  private static void end(StringBuilder head, Map<String, String> headers, int length) {
    headers.forEach((name, value) -> {
      if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
        head.append("\r\n").append(name).append(": ").append(value);
      }
    });
    head.append("\r\nContent-Length: ").append(length).append("\r\nConnection: close\r\n\r\n");
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if (chunked(headers)) {
      return chunks(in);
    }
    String length = headers.get("content-length");
    return length == null ? in.readAllBytes() : exactly(in, Integer.parseInt(length));
  }

  private static boolean chunked(Map<String, String> headers) {
    return headers.getOrDefault("transfer-encoding", "").contains("chunked");
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line(in).split(";", 2)[0].strip(), HEX);
      all.write(exactly(in, size));
      line(in);
      if (size == 0) {
        return all.toByteArray();
      }
    }
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the other side went away in the middle of a body");
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the other side went away in the middle of a line");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
