package dev.cutoff.adapter.carrier.easypost;

import com.easypost.EasyPost;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.carrier.CarrierHttp;
import dev.cutoff.carrier.application.NoAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * The official client's way to the network, in the one place that it leaves open. Its own way is
 * not for paid effects: the JDK's connection sends a POST again by itself when the server closes
 * before it answers, a body that comes after its headers is taken for none, no limit holds for the
 * whole of an answer, and nothing but TLS can be spoken to. Here each question goes out once, under
 * one limit, and silence is a {@link NoAnswer}.
 */
final class Wire extends HttpsURLConnection {
  private static final ScopedValue<CarrierHttp> HTTP = ScopedValue.newInstance();
  private static final List<String> PASSED_ON = List.of("Authorization", "User-Agent");
  private static final String LOOKUPS = "networkaddress.cache.ttl";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final CarrierHttp http;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private CarrierHttp.@Nullable Answer answer;

  static {
    EasyPost._vcrUrlFunction = Wire::to;
    // The client switches the JVM's cache of names off and on; where nothing is set it would leave
    // it at "for ever". The value is the JVM's own.
    if (Security.getProperty(LOOKUPS) == null) {
      Security.setProperty(LOOKUPS, "30");
    }
  }

  private Wire(URL url, CarrierHttp http) {
    super(url);
    this.http = http;
  }

  /** Runs what asks the official client, with this way to the network. */
  static <T, X extends Throwable> T through(
      CarrierHttp http, ScopedValue.CallableOp<? extends T, X> question) throws X {
    return ScopedValue.where(HTTP, http).call(question);
  }

  private static HttpsURLConnection to(String url) {
    try {
      return new Wire(URI.create(url).toURL(), HTTP.get());
    } catch (MalformedURLException notOurs) {
      throw new IllegalArgumentException("not an address of EasyPost's API", notOurs);
    }
  }

  @Override
  public void connect() {
    if (answer != null) {
      return;
    }
    Map<String, String> headers = new HashMap<>();
    for (String name : PASSED_ON) {
      String value = getRequestProperty(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    CarrierHttp.Answer came =
        http.ask(
            getRequestMethod(),
            URI.create(getURL().toString()),
            headers,
            "application/json",
            body.toByteArray());
    if (came.status() == UNAUTHORIZED || came.status() == FORBIDDEN) {
      throw NoAnswer.status(came.status());
    }
    if (came.isYes() && !came.body().isObject()) {
      throw NoAnswer.garbled();
    }
    answer = came;
    connected = true;
  }

  @Override
  public int getResponseCode() {
    connect();
    return Objects.requireNonNull(answer).status();
  }

  @Override
  public OutputStream getOutputStream() {
    return body;
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public InputStream getErrorStream() {
    return getInputStream();
  }

  /**
   * Without the scans that come along with a shipment: one time that the client can't read would
   * take a label down with it. Scans are read elsewhere, each alone.
   */
  private String text() {
    connect();
    JsonNode json = Objects.requireNonNull(answer).body();
    if (json.isMissingNode()) {
      return "";
    }
    if (json instanceof ObjectNode object) {
      object.remove("tracker");
    }
    return json.toString();
  }

  @Override
  public void disconnect() {
    // One question, one answer: nothing is kept open here.
  }

  @Override
  public boolean usingProxy() {
    return false;
  }

  @Override
  public String getCipherSuite() {
    throw new IllegalStateException("the HTTP client knows");
  }

  @Override
  public Certificate @Nullable [] getLocalCertificates() {
    return null;
  }

  @Override
  public Certificate[] getServerCertificates() {
    throw new IllegalStateException("the HTTP client knows");
  }
}
