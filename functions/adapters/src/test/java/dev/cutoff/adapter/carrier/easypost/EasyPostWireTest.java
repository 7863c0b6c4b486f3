package dev.cutoff.adapter.carrier.easypost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.carrier.application.AddressAnswer;
import dev.cutoff.carrier.application.NoAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each question goes out once, under one limit, whatever the other side does. */
final class EasyPostWireTest {
  private static final Duration LIMIT = Duration.ofMillis(1_500);

  private final EasyPosts shop = new EasyPosts();
  private final EasyPostProvider provider = shop.provider(LIMIT);

  @Test
  void aPostThatIsCutIsNotSentAgain() {
    try (Loopback cut = cutting()) {
      assertThatThrownBy(() -> ask(cut))
          .isInstanceOf(NoAnswer.class)
          .hasMessage("can't be reached");
      assertThat(cut.asked()).hasSize(1);
    }
  }

  /** Why the client does not get the JDK's own connection, which it would take. */
  @Test
  void theJdksOwnConnectionSendsItAgainByItself() throws IOException {
    try (Loopback cut = cutting()) {
      HttpURLConnection own =
          (HttpURLConnection) URI.create(cut.url() + "/v2/shipments").toURL().openConnection();
      own.setRequestMethod("POST");
      own.setDoOutput(true);
      try (OutputStream body = own.getOutputStream()) {
        body.write("{}".getBytes(StandardCharsets.UTF_8));
      }
      assertThatThrownBy(own::getResponseCode).isInstanceOf(IOException.class);
      assertThat(cut.asked()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "500, <html>oops</html>, answered 500",
    "503, '{}', answered 503",
    "429, '{\"error\":{\"code\":\"RATE_LIMITED\",\"message\":\"slow down\"}}', answered 429",
    "401, <html>no</html>, answered what nobody can read",
    "401, '{\"error\":{\"code\":\"APIKEY.INACTIVE\",\"message\":\"This api key is no longer active.\"}}', did not let us in (401)",
    "200, <html>hotel wifi</html>, answered what nobody can read",
    "200, '', answered what nobody can read",
    "200, '[]', answered what nobody can read",
    "200, '{\"verifications\": 7}', answered what nobody can read",
    "422, '{\"error\": [\"what\"]}', answered what nobody can read"
  })
  void whatIsNoAnswerIsTold(int status, String body, String told) {
    try (Loopback odd =
        new Loopback((asked, exchange) -> new Loopback.Reply(status, body == null ? "" : body))) {
      assertThatThrownBy(() -> ask(odd)).isInstanceOf(NoAnswer.class).hasMessage(told);
      assertThat(odd.asked()).hasSize(1);
    }
  }

  @Test
  void anAnswerThatComesAfterItsHeadersIsRead() {
    try (Loopback slow =
        new Loopback((asked, exchange) -> {
          exchange.sendResponseHeaders(201, 0);
          exchange.getResponseBody().flush();
          pause(300);
          exchange
              .getResponseBody()
              .write("{\"verifications\":{}}".getBytes(StandardCharsets.UTF_8));
          return null;
        })) {
      assertThat(ask(slow)).isInstanceOf(AddressAnswer.CouldNotAsk.class);
    }
  }

  @Test
  void anAnswerThatDripsForEverIsGivenUp() {
    try (Loopback drip =
        new Loopback((asked, exchange) -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 40; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            pause(200);
          }
          return null;
        })) {
      Instant start = Instant.now();
      assertThatThrownBy(() -> ask(drip)).isInstanceOf(NoAnswer.class);
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void whereNobodyListensIsSilence() {
    Loopback gone = cutting();
    gone.close();

    assertThatThrownBy(() -> ask(gone)).isInstanceOf(NoAnswer.class).hasMessage("can't be reached");
  }

  @Test
  void documentsAreFetchedFromWhereEasyPostKeepsThemAndFromNowhereElse() {
    String api = "https://api.easypost.com";
    assertThat(
            LabelDownload.allowed(
                "https://easypost-files.s3.us-west-2.amazonaws.com/files/postage_label/1.pdf", api))
        .isPresent();
    assertThat(LabelDownload.allowed("https://assets.easypost.com/1.pdf", api)).isPresent();
    for (String elsewhere :
        new String[] {
          "http://assets.easypost.com/1.pdf",
          "https://easypost.com.evil.example/1.pdf",
          "https://noteasypost.com/1.pdf",
          "https://easypost-files.s3.evil.example.amazonaws.com/1.pdf",
          "https://user@assets.easypost.com/1.pdf",
          "https://assets.easypost.com:8443/1.pdf",
          "https://169.254.169.254/latest/meta-data",
          "http://127.0.0.1:8470/labels/1.pdf",
          "file:///etc/passwd",
          "not an address"
        }) {
      assertThat(LabelDownload.allowed(elsewhere, api)).as(elsewhere).isEmpty();
    }
    assertThat(LabelDownload.allowed("http://127.0.0.1:1/l.pdf", "http://127.0.0.1:1")).isPresent();
    assertThat(LabelDownload.allowed("http://127.0.0.1:2/l.pdf", "http://127.0.0.1:1")).isEmpty();
  }

  private AddressAnswer ask(Loopback server) {
    return provider.verify(EasyPosts.usps(server.url()), EasyPosts.TO);
  }

  private static Loopback cutting() {
    return new Loopback((asked, exchange) -> {
      exchange.close();
      return null;
    });
  }

  private static void pause(long millis) {
    try {
      var _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
