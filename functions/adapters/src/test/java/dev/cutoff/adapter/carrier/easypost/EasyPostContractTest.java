package dev.cutoff.adapter.carrier.easypost;

import dev.cutoff.adapter.carrier.contract.CarrierContract;
import dev.cutoff.adapter.carrier.contract.Fault;
import dev.cutoff.adapter.carrier.contract.Request;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.merchant.Carrier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

/** EasyPost behind a network that fails in every way. */
final class EasyPostContractTest extends CarrierContract {
  private final Ledger ledger = new Ledger();
  private final Loopback easypost = new Loopback(ledger);

  @AfterEach
  void close() {
    easypost.close();
  }

  @Override
  protected URI upstream() {
    return URI.create(easypost.url());
  }

  @Override
  protected CarrierProvider provider(Duration limit, InstantSource time) {
    return EasyPosts.provider(limit, EasyPosts.KEY, time);
  }

  @Override
  protected Carrier carrier(URI base) {
    ledger.isReachedAt(base.toString());
    return EasyPosts.usps(base.toString());
  }

  @Override
  protected RateRequest rateRequest() {
    return EasyPosts.rates(436);
  }

  @Override
  protected LabelRequest labelRequest(String reference) {
    return EasyPosts.label(reference, 593, clock.instant());
  }

  @Override
  protected long bought() {
    return ledger.charged().size();
  }

  @Override
  protected String secret() {
    return EasyPosts.KEY;
  }

  @Override
  protected boolean buys(Request request) {
    return request.is("POST", "/v2/shipments/[^/]+/buy");
  }

  @Override
  protected boolean asksRates(Request request) {
    return request.is("POST", "/v2/shipments");
  }

  @Override
  protected boolean voids(Request request) {
    return request.is("POST", "/v2/shipments/[^/]+/refund");
  }

  @Override
  protected boolean sendsLabel(Request request) {
    return request.is("GET", "/files/.*");
  }

  @Override
  protected byte[] withAnotherDocument(byte[] answer) {
    return "GIF89a".getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  protected Fault complaint(String words) {
    String message = Loopback.JSON.valueToTree(words).toString();
    return Fault.json(
        422,
        "{\"error\":{\"code\":\"SHIPMENT.INVALID\",\"message\":" + message + ",\"errors\":[]}}");
  }
}
