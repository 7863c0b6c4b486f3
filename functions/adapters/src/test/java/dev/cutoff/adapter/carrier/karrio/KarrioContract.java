package dev.cutoff.adapter.carrier.karrio;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.carrier.CarrierHttp;
import dev.cutoff.adapter.carrier.contract.CarrierContract;
import dev.cutoff.adapter.carrier.contract.Fault;
import dev.cutoff.adapter.carrier.contract.Request;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.testkit.MapSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The same for a played and for a true Karrio. */
abstract class KarrioContract extends CarrierContract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void stopClient() {
    client.shutdownNow();
  }

  @Override
  protected CarrierProvider provider(Duration limit, InstantSource time) {
    return new KarrioProvider(
        new CarrierHttp(client, limit),
        new MapSecrets(Map.of(Parcels.SECRET_NAME, secret())),
        new LabelPapers(),
        time);
  }

  @Override
  protected Carrier carrier(URI base) {
    return Parcels.carrier(base);
  }

  @Override
  protected RateRequest rateRequest() {
    return Parcels.rateRequest();
  }

  @Override
  protected LabelRequest labelRequest(String reference) {
    return Parcels.labelRequest(reference, clock.instant());
  }

  @Override
  protected boolean buys(Request request) {
    return request.is("POST", "/v1/shipments/[^/]+/purchase");
  }

  @Override
  protected boolean asksRates(Request request) {
    return request.is("POST", "/v1/proxy/rates");
  }

  @Override
  protected boolean voids(Request request) {
    return request.is("POST", "/v1/shipments/[^/]+/cancel");
  }

  /** Asked for PNG, Karrio was seen to send SVG. */
  @Override
  protected byte[] withAnotherDocument(byte[] answer) {
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(answer);
      String svg =
          Base64.getEncoder().encodeToString("<svg xmlns='x'/>".getBytes(StandardCharsets.UTF_8));
      json.putArray("shipping_documents")
          .addObject()
          .put("category", "label")
          .put("format", "PNG")
          .put("base64", svg);
      return JSON.writeValueAsBytes(json);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  @Override
  protected Fault complaint(String words) {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("errors").addObject().put("code", "validation").put("message", words);
    return Fault.json(400, body.toString());
  }
}
