package dev.cutoff.adapter.carrier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.carrier.application.AddressAnswer;
import dev.cutoff.carrier.application.Capability;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.carrier.application.CarrierProvider.VoidAnswer;
import dev.cutoff.carrier.application.ManifestAnswer;
import dev.cutoff.carrier.application.PickupAnswer;
import dev.cutoff.carrier.application.TrackAnswer;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every provider does while all is well, whoever is behind it. */
public abstract class ProviderContract {
  protected final ManualClock clock = ManualClock.at("2026-11-24T15:00:00Z");

  protected abstract CarrierProvider provider();

  protected abstract Carrier carrier();

  /** One parcel that the carrier prices in USD. */
  protected abstract RateRequest rateRequest();

  /** The same parcel, asked for at {@link #clock}, at the price of {@link #rateRequest}. */
  protected abstract LabelRequest labelRequest(String reference);

  /** Labels that the carrier was ever paid for. */
  protected abstract long bought();

  /** Of its own in each test: a carrier that runs on remembers. */
  protected static String reference() {
    return "SHP-" + UUID.randomUUID().toString().substring(0, 8) + "-1-1-a1";
  }

  @Test
  void aPriceIsWhatThePlannerReckonsWith() {
    assertThat(quotes(rateRequest()))
        .isNotEmpty()
        .allSatisfy(quote -> {
          assertThat(quote.carrier()).isEqualTo(carrier().id());
          assertThat(carrier().services())
              .extracting(Carrier.Service::id)
              .contains(quote.service());
          assertThat(quote.perParcel()).hasSize(1);
          assertThat(quote.total()).isEqualTo(quote.perParcel().getFirst());
          assertThat(quote.total().amount()).isPositive();
          assertThat(quote.shipDate()).isAfterOrEqualTo(rateRequest().shipDate());
          assertThat(quote.deliveryDate()).isAfterOrEqualTo(quote.shipDate());
          assertThat(quote.confidence()).isBetween(0.0, 1.0);
        });
  }

  @Test
  void twoParcelsHaveAPriceEachAndCostTheirSum() {
    RateRequest one = rateRequest();
    ParcelSpec parcel = one.parcels().getFirst();
    RateRequest two =
        new RateRequest(one.from(), one.to(), List.of(parcel, parcel), one.shipDate());

    assertThat(quotes(two))
        .isNotEmpty()
        .allSatisfy(quote -> {
          assertThat(quote.perParcel()).hasSize(2);
          assertThat(quote.perParcel().stream().reduce(Money::plus)).contains(quote.total());
        });
  }

  /** Reported: an empty rate list with status 200 for an overweight parcel. */
  @Test
  void aParcelThatNobodyCarriesHasAReasonAndNotAnEmptyList() {
    RateRequest good = rateRequest();
    ParcelSpec heavy = new ParcelSpec(900_000, good.parcels().getFirst().size());
    RateRequest tooHeavy = new RateRequest(good.from(), good.to(), List.of(heavy), good.shipDate());

    assertThat(provider().rates(carrier(), tooHeavy))
        .isInstanceOfSatisfying(
            RateAnswer.NoRates.class, none -> assertThat(none.why()).isNotBlank());
  }

  @Test
  void aLabelIsBoughtWithItsFiles() {
    LabelAnswer.Bought label = buy(reference());

    assertThat(label.labelId()).isNotBlank();
    assertThat(label.trackingNumber()).isNotBlank();
    assertThat(label.cost().currency()).isEqualTo("USD");
    assertPrintable(label.files());
  }

  @Test
  void theSameReferenceAgainIsTheSameLabel() {
    String reference = reference();
    LabelAnswer.Bought label = buy(reference);
    long bought = bought();

    assertThat(provider().buy(carrier(), labelRequest(reference))).isEqualTo(label);
    assertThat(bought()).isEqualTo(bought);
  }

  @Test
  void whatWasBoughtIsFoundByItsReference() {
    String reference = reference();
    LabelAnswer.Bought label = buy(reference);

    FindAnswer found = provider().find(carrier(), labelRequest(reference));

    FindAnswer expected = finds() ? new FindAnswer.Found(label) : new FindAnswer.CannotTell();
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void aLabelThatCostsMoreThanWasQuotedIsNotBought() {
    LabelRequest good = labelRequest(reference());
    LabelRequest cheap = at(good, Money.of(1, "USD"));
    long bought = bought();

    assertThat(provider().buy(carrier(), cheap))
        .isInstanceOfSatisfying(
            LabelAnswer.PriceChanged.class,
            changed -> assertThat(changed.now().amount()).isGreaterThan(1));
    assertThat(bought()).isEqualTo(bought);
  }

  @Test
  void voidingTwiceIsSuccess() {
    String label = buy(reference()).labelId();

    if (can(Capability.VOID)) {
      assertThat(provider().voidLabel(carrier(), label)).isEqualTo(new VoidAnswer.Voided());
      assertThat(provider().voidLabel(carrier(), label)).isEqualTo(new VoidAnswer.Voided());
    } else {
      assertThat(provider().voidLabel(carrier(), label)).isInstanceOf(VoidAnswer.Refused.class);
    }
  }

  @Test
  void whatItSaysItCanIsWhatItDoes() {
    LabelAnswer.Bought label = buy(reference());

    assertThat(provider().verify(carrier(), rateRequest().to()))
        .matches(answer ->
            answer instanceof AddressAnswer.CouldNotAsk != can(Capability.VERIFY_ADDRESS));
    assertThat(provider().track(carrier(), label.trackingNumber()))
        .matches(answer -> answer instanceof TrackAnswer.Cannot != can(Capability.TRACK));
    assertThat(provider().manifest(carrier(), Asking.manifest(labelRequest(reference()), label)))
        .matches(answer -> answer instanceof ManifestAnswer.NotWanted != can(Capability.MANIFEST));
    assertThat(provider().bookPickup(carrier(), Asking.pickup(labelRequest(reference()))))
        .matches(answer -> answer instanceof PickupAnswer.NotBookable != can(Capability.PICKUP));
    assertThat(provider().balance(carrier()).isPresent()).isEqualTo(can(Capability.BALANCE));
  }

  protected final boolean can(Capability what) {
    return provider().can().contains(what);
  }

  protected final boolean finds() {
    return can(Capability.FIND_BY_REFERENCE);
  }

  protected final LabelAnswer.Bought buy(String reference) {
    LabelAnswer answer = provider().buy(carrier(), labelRequest(reference));
    assertThat(answer).isInstanceOf(LabelAnswer.Bought.class);
    return (LabelAnswer.Bought) answer;
  }

  protected final List<Quote> quotes(RateRequest request) {
    RateAnswer answer = provider().rates(carrier(), request);
    assertThat(answer).isInstanceOf(RateAnswer.Rates.class);
    return ((RateAnswer.Rates) answer).quotes();
  }

  static LabelRequest at(LabelRequest request, Money quoted) {
    return new LabelRequest(
        request.reference(),
        request.orderId(),
        request.shipmentId(),
        request.from(),
        request.to(),
        request.parcel(),
        request.number(),
        request.count(),
        request.service(),
        request.shipDate(),
        quoted,
        request.test(),
        request.customs(),
        request.askedAt());
  }

  /** A carrier that has PDF gives both forms; one that has ZPL alone overrides this. */
  protected void assertPrintable(LabelFiles files) {
    assertThat(new String(files.pdf(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    assertThat(files.zpl().strip()).startsWith("^XA").endsWith("^XZ");
  }
}
