package dev.cutoff.adapter.carrier.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpServer;
import dev.cutoff.adapter.carrier.CarrierHttp;
import dev.cutoff.carrier.application.NoAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FaultProxyTest {
  private final AtomicInteger effects = new AtomicInteger();
  private HttpServer carrier;
  private FaultProxy proxy;
  private final HttpClient client = HttpClient.newHttpClient();
  private final CarrierHttp http = new CarrierHttp(client, Duration.ofMillis(300));

  @BeforeEach
  void start() throws IOException {
    carrier = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    carrier.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            effects.incrementAndGet();
            byte[] body = "{\"bought\":true}".getBytes(StandardCharsets.UTF_8);
            // Of unknown length: in chunks.
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body);
          }
        });
    carrier.start();
    proxy = FaultProxy.before(URI.create("http://127.0.0.1:" + carrier.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    proxy.close();
    carrier.stop(0);
    client.shutdownNow();
  }

  @Test
  void whatIsNotSpoiledPasses() {
    proxy.spoil(request -> request.is("POST", "/other"), new Fault.Refuse());

    assertThat(ask().body().path("bought").booleanValue()).isTrue();
    assertThat(proxy.delivered()).hasToString("[POST /buy?a=1]");
  }

  @ParameterizedTest
  @MethodSource("dev.cutoff.adapter.carrier.contract.Fault#unreadable")
  void aFaultIsNoAnswerAndTheCarrierActedOrNotAsItSays(Fault fault) {
    proxy.spoil(request -> request.is("POST", "/buy.*"), fault);

    assertThatThrownBy(this::ask).isInstanceOf(NoAnswer.class);
    assertThat(effects).hasValue(fault.reachesTheCarrier() ? 1 : 0);
    proxy.heal();
    assertThat(ask().isYes()).isTrue();
  }

  @Test
  void aLateRequestArrivesWhenNobodyWaits() throws InterruptedException {
    proxy.spoil(request -> true, new Fault.Late(Duration.ofMillis(500)));

    assertThatThrownBy(this::ask).isInstanceOf(NoAnswer.class);
    assertThat(effects).hasValue(0);
    for (int i = 0; effects.get() == 0 && i < 100; i++) {
      Thread.sleep(50);
    }
    assertThat(effects).hasValue(1);
  }

  @Test
  void nobodyListensAtTheAddressOfNobody() {
    assertThatThrownBy(
            () -> http.ask("GET", FaultProxy.nobody(), Map.of(), MissingNode.getInstance()))
        .isInstanceOf(NoAnswer.class)
        .hasMessage("can't be reached");
  }

  private CarrierHttp.Answer ask() {
    return http.ask(
        "POST",
        proxy.base().resolve("/buy?a=1"),
        Map.of(),
        "application/json",
        "{}".getBytes(StandardCharsets.UTF_8));
  }
}
