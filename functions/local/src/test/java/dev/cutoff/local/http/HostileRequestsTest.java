package dev.cutoff.local.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRequestsTest {
  private static final int MEBIBYTE = 1 << 20;

  private DoorForTests door;

  @BeforeEach
  void open() {
    door =
        new DoorForTests(
            new FrontDoor.Limits(MEBIBYTE, 4, Duration.ofMillis(700)),
            (function, payload) -> "{\"statusCode\":202}".getBytes(ISO_8859_1));
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void takesABodyOfExactlyOneMebibyte() throws Exception {
    HttpResponse<byte[]> response =
        door.send(
            door.request("/webhooks/acme").POST(BodyPublishers.ofByteArray(new byte[MEBIBYTE])));

    assertThat(response.statusCode()).isEqualTo(202);
  }

  @Test
  void refusesADeclaredBodyOverOneMebibyteAndTheClientReadsWhy() throws Exception {
    HttpResponse<byte[]> byOne =
        door.send(
            door.request("/webhooks/acme")
                .POST(BodyPublishers.ofByteArray(new byte[MEBIBYTE + 1])));
    HttpResponse<byte[]> byFar =
        door.send(
            door.request("/webhooks/acme")
                .POST(BodyPublishers.ofByteArray(new byte[6 * MEBIBYTE])));

    assertThat(byOne.statusCode()).isEqualTo(413);
    assertThat(byFar.statusCode()).isEqualTo(413);
    assertThat(DoorForTests.json(byFar).path("status").intValue()).isEqualTo(413);
    assertThat(door.asked).isEmpty();
  }

  @Test
  void refusesAChunkedBodyOverOneMebibyte() throws Exception {
    HttpResponse<byte[]> response =
        door.send(
            door.request("/webhooks/acme")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[MEBIBYTE * 3]))));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(door.asked).isEmpty();
  }

  @Test
  void refusesALengthOfManyTerabytesWithoutReadingThem() throws Exception {
    String answer =
        door.raw(
            "POST /webhooks/acme HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000000000\r\n\r\n{");

    assertThat(answer).startsWith("HTTP/1.1 413 ");
  }

  @Test
  void cutsOffAClientThatSendsItsBodyTooSlowly() throws Exception {
    String answer =
        door.raw("POST /webhooks/acme HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"id\":");

    assertThat(answer).startsWith("HTTP/1.1 408 ").contains("application/problem+json");
    assertThat(door.asked).isEmpty();
  }

  @Test
  void servesOthersWhileSlowClientsDawdleOverTheirHeaders() throws Exception {
    Socket[] dawdlers = new Socket[50];
    for (int i = 0; i < dawdlers.length; i++) {
      dawdlers[i] = door.socket();
      write(dawdlers[i], "POST /webhooks/acme HTTP/1.1\r\nHo");
    }

    HttpResponse<byte[]> response = door.send(door.request("/health").GET());

    assertThat(response.statusCode()).isEqualTo(202);
    for (Socket dawdler : dawdlers) {
      dawdler.close();
    }
  }

  @Test
  void endsAConnectionWhoseHeadersNeverEnd() throws Exception {
    try (Socket socket = door.socket()) {
      write(socket, "GET /health HTTP/1.1\r\nX-Slow: ");
      assertThat(readToEnd(socket)).isEmpty();
    }
  }

  @Test
  void freesItsPlaceWhenAClientGoesAwayInMidBody() throws Exception {
    for (int i = 0; i < 20; i++) {
      try (Socket socket = door.socket()) {
        write(socket, "POST /webhooks/acme HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
        socket.setSoLinger(true, 0);
      }
    }
    HttpResponse<byte[]> response = door.send(door.request("/health").GET());
    for (int i = 0; i < 100 && response.statusCode() == 503; i++) {
      response = door.send(door.request("/health").GET());
    }

    assertThat(response.statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orders/%zz",
        "/orders/%",
        "/orders/%4",
        "/orders/%ff%fe",
        "/orders/%c0%af",
        "/orders/%00",
        "/orders/a%0d%0aset-cookie:%20x=1",
        "/orders?q=%ff",
        "/orders?%zz",
        "/labels/../orders",
        "/labels/..%2f..%2fetc%2fpasswd",
        "/labels/%2e%2e",
        "/labels/..%5c..",
        "/labels/a%2f..%2fb",
        "/./orders"
      })
  void refusesAnAddressThatIsMalformedOrClimbs(String path) throws Exception {
    String answer = door.raw(get(path));

    assertThat(answer).startsWith("HTTP/1.1 400 ");
    assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain("set-cookie");
    assertThat(door.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//orders",
        "/orders//",
        "/orders//timeline",
        "//orders/DTC-1",
        "///",
        "/",
        "/ORDERS",
        "/orders;x=1",
        "//127.0.0.1/orders"
      })
  void knowsNoOtherSpellingOfAPath(String path) throws Exception {
    assertThat(door.raw(get(path))).startsWith("HTTP/1.1 404 ");
    assertThat(door.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /webhooks/acme HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /webhooks/acme HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        "POST /webhooks/acme HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        "POST /webhooks/acme HTTP/1.1\r\nHost: x\r\nContent-Length: five\r\n\r\n",
        "GET /health HTTP/1.1\r\nbad name: x\r\n\r\n",
        "nonsense\r\n\r\n"
      })
  void refusesWhatTwoReadersWouldReadDifferently(String request) throws Exception {
    assertThat(door.raw(request)).startsWith("HTTP/1.1 400 ");
    assertThat(door.asked).isEmpty();
  }

  @Test
  void survivesBrokenChunks() throws Exception {
    String answer =
        door.raw(
            "POST /webhooks/acme HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n");

    assertThat(answer).doesNotStartWith("HTTP/1.1 2");
    assertThat(door.asked).isEmpty();
    assertThat(door.send(door.request("/health").GET()).statusCode()).isEqualTo(202);
  }

  @Test
  void refusesHeadersWithoutEnd() throws Exception {
    try (Socket socket = door.socket()) {
      StringBuilder many = new StringBuilder("GET /health HTTP/1.1\r\n");
      for (int i = 0; i < 500; i++) {
        many.append("X-H").append(i).append(": v\r\n");
      }
      write(socket, many + "\r\n");
      assertThat(readToEnd(socket)).doesNotStartWith("HTTP/1.1 2");
    }
    assertThat(door.asked).isEmpty();
  }

  @Test
  void listensOnTheLoopbackAlone() {
    assertThat(door.at("/").getHost()).isEqualTo("127.0.0.1");
  }

  private static String get(String path) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
        + DoorForTests.TOKEN
        + "\r\n\r\n";
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  /** What arrived before the end, be it a close or a reset. */
  private static String readToEnd(Socket socket) throws IOException {
    StringBuilder text = new StringBuilder();
    InputStream in = socket.getInputStream();
    try {
      for (int c = in.read(); c >= 0; c = in.read()) {
        text.append((char) c);
      }
    } catch (java.net.SocketTimeoutException stillOpen) {
      throw stillOpen;
    } catch (IOException reset) {
      // The server hung up with bytes unread.
    }
    return text.toString();
  }
}
