package dev.cutoff.adapter.carrier.ups;

import dev.cutoff.adapter.carrier.Settling;
import dev.cutoff.carrier.application.AddressAnswer;
import dev.cutoff.carrier.application.Capability;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.TrackAnswer;
import dev.cutoff.document.application.LabelForms;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Secrets;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/**
 * UPS direct, by its official API (rating, shipping, tracking and address validation of 2026), over
 * plain HTTP.
 *
 * <p>Each parcel is a shipment of its own, in rates as in labels. UPS knows no idempotency key, so
 * the reference goes along as the reference number that is printed on the label, and {@link #find}
 * asks UPS's label recovery for it: a label that is there is adopted at the quoted price; one that
 * is tracked but not given out again is found and can't be printed; two under one reference can't
 * be told apart; none is "not yet known" until the account's settle time has passed, and then "not
 * bought".
 *
 * <p>A label comes as ZPL, which UPS has, and not as PDF, which it has not. UPS closes its days
 * itself and wants no manifest, its pickups are not part of this API, and it bills later, so that
 * there is no balance. A test order is bought in UPS's own test place, unless the account names
 * another address.
 */
public final class UpsProvider implements CarrierProvider {
  /** As carriers in the merchant file name it. */
  public static final String NAME = "ups";

  private final UpsRates rates;
  private final UpsPurchases purchases;
  private final UpsSearch search;
  private final UpsVoids voids;
  private final UpsAddresses addresses;
  private final UpsTracks tracks;

  public UpsProvider(
      HttpClient http, Secrets secrets, LabelForms forms, AskingAll asking, InstantSource clock) {
    this(new UpsApi(http, secrets, clock), forms, asking, clock);
  }

  /**
   * With limits of its own.
   *
   * @param limit for each question, reads and purchases
   */
  UpsProvider(
      HttpClient http,
      Secrets secrets,
      LabelForms forms,
      AskingAll asking,
      InstantSource clock,
      Duration limit) {
    this(new UpsApi(http, secrets, clock, limit, limit), forms, asking, clock);
  }

  private UpsProvider(UpsApi api, LabelForms forms, AskingAll asking, InstantSource clock) {
    UpsLabel label = new UpsLabel(forms);
    this.rates = new UpsRates(api, asking, clock);
    this.search = new UpsSearch(api, label, clock);
    this.purchases = new UpsPurchases(api, search, rates, label, clock);
    this.voids = new UpsVoids(api);
    this.addresses = new UpsAddresses(api, clock);
    this.tracks = new UpsTracks(api, clock);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> can() {
    return Set.of(
        Capability.VERIFY_ADDRESS, Capability.FIND_BY_REFERENCE, Capability.VOID, Capability.TRACK);
  }

  @Override
  public RateAnswer rates(Carrier carrier, RateRequest request) {
    return rates.rates(carrier, Settling.account(carrier), request);
  }

  @Override
  public LabelAnswer buy(Carrier carrier, LabelRequest request) {
    return purchases.buy(carrier, Settling.account(carrier), request);
  }

  @Override
  public FindAnswer find(Carrier carrier, LabelRequest request) {
    return search.find(carrier, Settling.account(carrier), request);
  }

  @Override
  public VoidAnswer voidLabel(Carrier carrier, String labelId) {
    return voids.voidLabel(carrier, Settling.account(carrier), labelId);
  }

  @Override
  public AddressAnswer verify(Carrier carrier, Address address) {
    return addresses.verify(carrier, Settling.account(carrier), address);
  }

  @Override
  public TrackAnswer track(Carrier carrier, String trackingNumber) {
    return tracks.track(carrier, Settling.account(carrier), trackingNumber);
  }
}
