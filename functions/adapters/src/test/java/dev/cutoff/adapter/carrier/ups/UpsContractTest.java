package dev.cutoff.adapter.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cutoff.adapter.carrier.contract.Answer;
import dev.cutoff.adapter.carrier.contract.CarrierContract;
import dev.cutoff.adapter.carrier.contract.Fault;
import dev.cutoff.adapter.carrier.contract.Request;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.merchant.Carrier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

final class UpsContractTest extends CarrierContract {
  private final FakeUps ups = FakeUps.start();

  @AfterEach
  void stopUps() {
    ups.close();
  }

  @Override
  protected URI upstream() {
    return ups.base();
  }

  @Override
  protected CarrierProvider provider(Duration limit, InstantSource time) {
    return Ups.provider(time, limit);
  }

  @Override
  protected Carrier carrier(URI base) {
    return Ups.carrier(base);
  }

  @Override
  protected RateRequest rateRequest() {
    return Ups.rates(Ups.CHICAGO, Ups.PARCEL);
  }

  @Override
  protected LabelRequest labelRequest(String reference) {
    return Ups.label(reference, clock.instant());
  }

  @Override
  protected long bought() {
    return ups.sold().size();
  }

  @Override
  protected String secret() {
    return FakeUps.SECRET;
  }

  @Override
  protected boolean asksRates(Request request) {
    return request.is("POST", "/api/rating/v2409/Shoptimeintransit");
  }

  @Override
  protected boolean buys(Request request) {
    return request.is("POST", "/api/shipments/v2409/ship");
  }

  @Override
  protected boolean voids(Request request) {
    return request.is("DELETE", "/api/shipments/v2409/void/cancel/.*");
  }

  @Override
  protected byte[] withAnotherDocument(byte[] answer) {
    return new String(answer, StandardCharsets.UTF_8)
        .replace(UpsAnswers.base64(UpsAnswers.ZPL), UpsAnswers.base64("GIF89a of a label"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A token first, or nothing but the token is ever asked for. */
  @Override
  protected Fault complaint(String words) {
    String said =
        UpsAnswers.error("10002", "MESSAGE")
            .replace("\"MESSAGE\"", JsonNodeFactory.instance.textNode(words).toString());
    return new Fault.Say(
        "400 in words",
        false,
        request ->
            request.path().equals(FakeUps.TOKEN)
                ? answer(200, "{\"access_token\":\"token-1\",\"expires_in\":\"14399\"}")
                : answer(400, said));
  }

  private static Answer answer(int status, String body) {
    return new Answer(
        status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
  }

  /** UPS sells ZPL and no PDF. */
  @Override
  protected void assertPrintable(LabelFiles files) {
    assertThat(files.zpl()).isEqualTo(UpsAnswers.ZPL);
  }
}
