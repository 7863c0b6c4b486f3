package dev.cutoff.adapter.carrier.karrio;

import static dev.cutoff.adapter.carrier.karrio.Parcels.parcel;
import static dev.cutoff.adapter.carrier.karrio.Parcels.rateRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.carrier.CarrierHttp;
import dev.cutoff.adapter.carrier.Settling;
import dev.cutoff.adapter.carrier.contract.Fault;
import dev.cutoff.adapter.carrier.contract.FaultProxy;
import dev.cutoff.adapter.document.CarrierLabels;
import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.carrier.application.CarrierProvider.VoidAnswer;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.carrier.application.TrackAnswer;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import dev.cutoff.testkit.ManualClock;
import dev.cutoff.testkit.MapSecrets;
import dev.cutoff.testkit.Places;
import dev.cutoff.testkit.karrio.KarrioServer;
import dev.cutoff.testkit.paper.PdfPictures;
import dev.cutoff.testkit.paper.ZplPictures;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a true Karrio does with what Cutoff asks of it, and what it does without Cutoff. */
final class LiveKarrioTest {
  private static final int DPI = 203;
  private static final Duration PATIENT = Duration.ofSeconds(30);

  private final KarrioServer karrio = LiveKarrio.server();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CarrierHttp http = new CarrierHttp(client, PATIENT);
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-24T15:00:00Z"));
  private final Carrier north = Parcels.carrier(karrio.base());
  private final String reference =
      "SHP-" + UUID.randomUUID().toString().substring(0, 8) + "-1-1-a1";

  @AfterEach
  void stopClient() {
    client.shutdownNow();
  }

  @Test
  void addressToRatesToLabelToVoid() {
    assertThat(prices(rateRequest()))
        .containsExactly(
            Map.entry("ground", Money.of(1_140, "USD")), Map.entry("2day", Money.of(2_190, "USD")));

    LabelRequest request = request(reference, 1, 1);
    LabelAnswer.Bought label = bought(north, request);

    assertThat(label.cost()).isEqualTo(Money.of(1_140, "USD"));
    assertThat(label.trackingNumber()).isNotBlank();
    assertThat(provider().track(north, label.trackingNumber()))
        .isInstanceOf(TrackAnswer.Unknown.class);
    assertThat(provider().voidLabel(north, label.labelId())).isEqualTo(new VoidAnswer.Voided());
    clock.advance(Parcels.SETTLE);
    assertThat(provider().find(north, request)).isEqualTo(new FindAnswer.NotBought());
  }

  /** Karrio refuses to buy a cancelled shipment; the next attempt is a reference of its own. */
  @Test
  void afterAVoidTheNextAttemptIsAnotherLabel() {
    LabelAnswer.Bought first = bought(north, request(reference, 1, 1));
    provider().voidLabel(north, first.labelId());

    LabelAnswer.Bought second = bought(north, request(reference.replace("-a1", "-a2"), 1, 1));

    assertThat(second.labelId()).isNotEqualTo(first.labelId());
    assertThat(second.trackingNumber()).isNotEqualTo(first.trackingNumber());
  }

  @Test
  void twoParcelsCostWhatTheirLabelsCost() {
    RateAnswer.Rates rates = rates(north, rateRequest(parcel(900), parcel(12_000)));

    LabelAnswer.Bought one = bought(north, request(reference, 1, 2));
    LabelAnswer.Bought other = bought(north, request(reference.replace("-1-a1", "-2-a1"), 2, 2));

    assertThat(one.trackingNumber()).isNotEqualTo(other.trackingNumber());
    assertThat(rates.quotes().getFirst().total()).isEqualTo(one.cost().plus(other.cost()));
    assertThat(rates.quotes().getFirst().perParcel()).containsExactly(one.cost(), other.cost());
  }

  /** Reported: an empty rate list with status 200 for an overweight or foreign parcel. */
  @Test
  void anEmptyRateListWithStatus200ForAnOverweightOrForeignParcelIsAnAnswerWithAReason() {
    Address bonn =
        Address.of("Eva Beispiel", null, "Hauptstr. 1", null, "Bonn", null, "53111", "DE", null);
    RateRequest abroad =
        new RateRequest(Places.EAST, bonn, List.of(parcel(900)), Parcels.SHIP_DATE);

    assertThat(provider().rates(north, rateRequest(parcel(60_000))))
        .isEqualTo(
            new RateAnswer.NoRates(
                "North: Ground: 60000 g is over its limit of 30000 g;"
                    + " 2Day: 60000 g is over its limit of 30000 g"));
    assertThat(provider().rates(north, abroad))
        .isEqualTo(
            new RateAnswer.NoRates(
                "North: Ground: does not deliver to DE; 2Day: does not deliver to DE"));
    assertThat(provider().rates(Parcels.carrier(karrio.base(), "nobody"), rateRequest()))
        .isInstanceOfSatisfying(
            RateAnswer.NoRates.class,
            none -> assertThat(none.why()).contains("No active carrier connection"));
  }

  /** The rival: Karrio asked without Cutoff. */
  @Test
  void karrioItselfBuysAsOftenAsItIsAskedAtOnce() throws Exception {
    JsonNode draft = raw("/v1/shipments", draft());

    List<Integer> answers = atOnce(() -> rawPurchase(http, draft).status());

    assertThat(answers).hasSize(4).contains(200);
    assertThat(sold()).isGreaterThan(1);
  }

  /** The rival: a client that goes away while Karrio still buys, and asks again, as they do. */
  @Test
  void karrioItselfSellsTwoLabelsWhereAPurchaseIsSentAgainAfterACutConnection() {
    JsonNode draft = raw("/v1/shipments", draft());
    CarrierHttp impatient = new CarrierHttp(client, Duration.ofMillis(100));

    assertThatThrownBy(() -> rawPurchase(impatient, draft)).isInstanceOf(NoAnswer.class);

    assertThat(rawPurchase(http, draft).status()).isEqualTo(200);
    assertThat(sold()).isEqualTo(2);
  }

  /** Reported: a label purchase that timed out is bought again. */
  @Test
  void aLabelPurchaseThatTimedOutIsNotBoughtAgain() {
    try (FaultProxy proxy = FaultProxy.before(karrio.base())) {
      Carrier behind = Parcels.carrier(proxy.base());
      proxy.spoil(request -> request.path().endsWith("/purchase"), new Fault.Cut());

      assertThat(Collections.nCopies(3, reference))
          .allSatisfy(again -> assertThat(outcome(behind)).isIn("no answer", "bought"));

      proxy.heal();
      assertThat(outcome(behind)).isEqualTo("bought");
    }
    assertThat(sold()).isEqualTo(1);
  }

  @Test
  void theBarsOfItsLabelScanFromPdfAndFromZpl() throws Exception {
    LabelAnswer.Bought label = bought(north, request(reference, 1, 1));

    // "generic" prints a shipping container code made of the end of the tracking number.
    String bars = PdfPictures.scanned(label.files().pdf(), DPI);
    assertThat(bars).startsWith("(00)").contains(label.trackingNumber().substring(6));
    assertThat(ZplPictures.scanned(label.files().zpl())).isEqualTo(bars);
    assertThat(provider().find(north, request(reference, 1, 1)))
        .isEqualTo(new FindAnswer.Found(label));
  }

  private String outcome(Carrier carrier) {
    try {
      return provider().buy(carrier, request(reference, 1, 1)) instanceof LabelAnswer.Bought
          ? "bought"
          : "refused";
    } catch (NoAnswer none) {
      return "no answer";
    }
  }

  private long sold() {
    return karrio.sold().stream().filter(each -> each.equals(reference)).count();
  }

  private ObjectNode draft() {
    return KarrioQuestions.draft(Settling.account(north), request(reference, 1, 1));
  }

  private JsonNode raw(String path, JsonNode body) {
    CarrierHttp.Answer answer = ask(http, path, body);
    assertThat(answer.isYes()).describedAs(answer.toString()).isTrue();
    return answer.body();
  }

  private CarrierHttp.Answer rawPurchase(CarrierHttp how, JsonNode draft) {
    return ask(
        how,
        KarrioApi.shipmentPath(draft.path("id").asText(), "purchase"),
        KarrioQuestions.purchase(draft.path("rates").path(0).path("id").asText(), reference));
  }

  private CarrierHttp.Answer ask(CarrierHttp how, String path, JsonNode body) {
    return how.ask(
        "POST",
        URI.create(karrio.base() + path),
        Map.of("Authorization", "Token " + karrio.token()),
        body);
  }

  private static <T> List<T> atOnce(Callable<T> question) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> asked =
          Collections.nCopies(4, question).stream().map(threads::submit).toList();
      List<T> answers = new ArrayList<>();
      for (Future<T> each : asked) {
        answers.add(each.get());
      }
      return answers;
    }
  }

  private KarrioProvider provider() {
    return new KarrioProvider(
        http,
        new MapSecrets(Map.of(Parcels.SECRET_NAME, karrio.token())),
        new CarrierLabels(),
        clock);
  }

  private LabelRequest request(String under, int number, int count) {
    return Parcels.labelRequest(under, clock.instant(), Parcels.SAN_FRANCISCO, number, count);
  }

  private LabelAnswer.Bought bought(Carrier carrier, LabelRequest request) {
    LabelAnswer answer = provider().buy(carrier, request);
    assertThat(answer).isInstanceOf(LabelAnswer.Bought.class);
    return (LabelAnswer.Bought) answer;
  }

  private RateAnswer.Rates rates(Carrier carrier, RateRequest request) {
    RateAnswer answer = provider().rates(carrier, request);
    assertThat(answer).isInstanceOf(RateAnswer.Rates.class);
    return (RateAnswer.Rates) answer;
  }

  private List<Map.Entry<String, Money>> prices(RateRequest request) {
    return rates(north, request).quotes().stream()
        .map(quote -> Map.entry(quote.service(), quote.total()))
        .toList();
  }
}
