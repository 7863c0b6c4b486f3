package dev.cutoff.local.bench.rates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Speaks to {@link FakeCarriers} over HTTP, as an adapter to a carrier's API does. */
final class HttpRates implements CarrierProvider {
  static final String NAME = "http";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client;
  private final FakeCarriers carriers;
  private final AtomicLong calls = new AtomicLong();

  HttpRates(HttpClient client, FakeCarriers carriers) {
    this.client = client;
    this.carriers = carriers;
  }

  /** Requests sent, second ones as well. */
  long calls() {
    return calls.get();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RateAnswer rates(Carrier carrier, RateRequest request) {
    calls.incrementAndGet();
    HttpRequest get = HttpRequest.newBuilder(carriers.of(carrier.id())).timeout(PATIENCE).build();
    try {
      HttpResponse<String> answer = client.send(get, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw NoAnswer.status(answer.statusCode());
      }
      return read(carrier, request, JSON.readTree(answer.body()));
    } catch (JsonProcessingException garbage) {
      throw NoAnswer.garbled();
    } catch (IOException broken) {
      throw NoAnswer.unreachable();
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
      throw NoAnswer.unreachable();
    }
  }

  private static RateAnswer read(Carrier carrier, RateRequest request, JsonNode body) {
    if (!body.path("cents").canConvertToLong()) {
      throw NoAnswer.garbled();
    }
    Money price = Money.of(body.path("cents").longValue(), "USD");
    int parcels = request.parcels().size();
    String service = carrier.services().getFirst().id();
    return new RateAnswer.Rates(
        List.of(
            new Quote(
                carrier.id(),
                service,
                service,
                Collections.nCopies(parcels, price),
                price.times(parcels),
                List.of(),
                request.shipDate(),
                request.shipDate().plusDays(2),
                0.97)));
  }

  @Override
  public LabelAnswer buy(Carrier carrier, LabelRequest request) {
    throw new UnsupportedOperationException("this one sells nothing");
  }

  @Override
  public FindAnswer find(Carrier carrier, LabelRequest request) {
    return new FindAnswer.CannotTell();
  }

  @Override
  public VoidAnswer voidLabel(Carrier carrier, String labelId) {
    throw new UnsupportedOperationException("this one sells nothing");
  }
}
