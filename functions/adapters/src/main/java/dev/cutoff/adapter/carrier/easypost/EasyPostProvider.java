package dev.cutoff.adapter.carrier.easypost;

import com.easypost.model.User;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.CarrierHttp;
import dev.cutoff.adapter.carrier.easypost.EasyPostApi.Said;
import dev.cutoff.carrier.application.AddressAnswer;
import dev.cutoff.carrier.application.Capability;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.ManifestAnswer;
import dev.cutoff.carrier.application.ManifestRequest;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.carrier.application.TrackAnswer;
import dev.cutoff.document.application.LabelForms;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Secrets;
import dev.cutoff.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Carriers behind EasyPost; each entry of the merchant file is one carrier account there. */
public final class EasyPostProvider implements CarrierProvider {
  /** As carriers in the merchant file name it. */
  public static final String NAME = "easypost";

  /** A purchase at a slow carrier takes that long; the step that waits has 55 seconds. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final EasyPostApi api;
  private final Rates rates;
  private final Labels labels;
  private final Addresses addresses;
  private final Manifests manifests;
  private final InstantSource clock;

  public EasyPostProvider(HttpClient http, Secrets secrets, LabelForms forms, InstantSource clock) {
    this(http, secrets, forms, clock, LIMIT);
  }

  /**
   * With another limit.
   *
   * @param limit for each question and the whole of its answer
   */
  public EasyPostProvider(
      HttpClient http, Secrets secrets, LabelForms forms, InstantSource clock, Duration limit) {
    this.api = new EasyPostApi(secrets, http, limit);
    LabelDownload download = new LabelDownload(http, limit);
    this.rates = new Rates(api);
    this.labels = new Labels(api, new LabelPapers(download, forms), clock);
    this.addresses = new Addresses(api);
    this.manifests = new Manifests(api, download);
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> can() {
    return Set.of(
        Capability.VERIFY_ADDRESS,
        Capability.FIND_BY_REFERENCE,
        Capability.VOID,
        Capability.TRACK,
        Capability.MANIFEST,
        Capability.BALANCE);
  }

  @Override
  public RateAnswer rates(Carrier carrier, RateRequest request) {
    return rates.rates(carrier, request);
  }

  @Override
  public LabelAnswer buy(Carrier carrier, LabelRequest request) {
    return labels.buy(carrier, request);
  }

  @Override
  public FindAnswer find(Carrier carrier, LabelRequest request) {
    return labels.find(carrier, request);
  }

  @Override
  public VoidAnswer voidLabel(Carrier carrier, String labelId) {
    return labels.voidLabel(carrier, labelId);
  }

  @Override
  public AddressAnswer verify(Carrier carrier, Address address) {
    return addresses.verify(carrier, address);
  }

  /** Read as it comes, not by the client: one time that it can't read would hide all scans. */
  @Override
  public TrackAnswer track(Carrier carrier, String trackingNumber) {
    CarrierHttp.Answer answer =
        api.get(
            carrier,
            "/v2/trackers?tracking_code="
                + URLEncoder.encode(trackingNumber, StandardCharsets.UTF_8));
    if (!answer.isYes()) {
      throw NoAnswer.status(answer.status());
    }
    JsonNode trackers = answer.body().path("trackers");
    if (!trackers.isArray()) {
      throw NoAnswer.garbled();
    }
    return trackers.isEmpty()
        ? new TrackAnswer.Unknown("EasyPost follows no such parcel")
        : known(carrier, trackers.get(0));
  }

  private TrackAnswer known(Carrier carrier, JsonNode tracker) {
    var read = new Scans(carrier.id(), clock.instant()).of(tracker);
    return new TrackAnswer.Known(read.scans(), read.problems());
  }

  @Override
  public ManifestAnswer manifest(Carrier carrier, ManifestRequest request) {
    return manifests.close(carrier, request);
  }

  /** What is left in its wallet, in whole cents. */
  @Override
  public Optional<Money> balance(Carrier carrier) {
    return switch (api.ask(carrier, client -> client.user.retrieveMe())) {
      case Said.Yes<User> yes -> cents(yes.value().getBalance());
      case Said.No<User> no -> throw NoAnswer.status(no.status());
    };
  }

  private static Optional<Money> cents(String balance) {
    if (balance == null || !balance.matches("-?\\d{1,12}(\\.\\d{1,10})?")) {
      throw NoAnswer.garbled();
    }
    return Money.parse(
        new BigDecimal(balance).setScale(2, RoundingMode.FLOOR).toPlainString(), "USD");
  }
}
