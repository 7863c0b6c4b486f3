package dev.cutoff.adapter.carrier.easypost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.VoidAnswer;
import dev.cutoff.carrier.application.ManifestAnswer;
import dev.cutoff.carrier.application.ManifestRequest;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import dev.cutoff.testkit.Places;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A label that is paid is paid once, and is found again. */
final class EasyPostLabelsTest {
  private final EasyPosts shop = new EasyPosts();
  private final Ledger ledger = new Ledger();
  private final Loopback easypost = new Loopback(ledger);
  private final EasyPostProvider provider = shop.provider(Duration.ofSeconds(10));
  private final Carrier usps = EasyPosts.usps(easypost.url());
  private final LabelRequest wanted = shop.label("P-1-a1", 593);

  @AfterEach
  void close() {
    easypost.close();
  }

  @Test
  void aLabelPurchaseThatTimedOutIsBoughtAgain_itIsFoundByItsReference() {
    ledger.next(Ledger.Fault.LOST_AFTER);
    assertThatThrownBy(() -> provider.buy(usps, wanted)).isInstanceOf(NoAnswer.class);

    assertThat(provider.find(usps, wanted))
        .isInstanceOfSatisfying(
            FindAnswer.Found.class,
            found -> assertThat(found.label().labelId()).isEqualTo(ledger.charged().getFirst()));
    assertThat(ledger.charged()).hasSize(1);
  }

  @Test
  void askedAgainUnderTheSameReferenceItIsTheSameLabel() {
    LabelAnswer first = provider.buy(usps, wanted);
    LabelAnswer again = provider.buy(usps, wanted);

    assertThat(again).isEqualTo(first).isInstanceOf(LabelAnswer.Bought.class);
    assertThat(ledger.charged()).hasSize(1);
    assertThat(ledger.made()).isEqualTo(1);
  }

  @Test
  void aPaymentThatNeverCameInIsMadeOnTheSameShipmentAtTheRateOfNow() {
    ledger.next(Ledger.Fault.LOST_BEFORE);
    assertThatThrownBy(() -> provider.buy(usps, wanted)).isInstanceOf(NoAnswer.class);
    assertThat(ledger.charged()).isEmpty();

    assertThat(provider.find(usps, wanted))
        .isEqualTo(new FindAnswer.NotYetKnown(shop.clock.instant().plus(EasyPosts.SETTLE)));
    shop.clock.advance(EasyPosts.SETTLE);
    assertThat(provider.find(usps, wanted)).isEqualTo(new FindAnswer.NotBought());
    ledger.charges("5.50", "USD");

    assertThat(provider.buy(usps, wanted))
        .isInstanceOfSatisfying(
            LabelAnswer.Bought.class,
            bought -> assertThat(bought.cost()).isEqualTo(Money.of(550, "USD")));
    assertThat(ledger.made()).isEqualTo(1);
    assertThat(ledger.charged()).hasSize(1);
  }

  @Test
  void whoIsSlowerOnTheSameShipmentGetsTheOneLabel() {
    ledger.next(Ledger.Fault.LOST_BEFORE);
    assertThatThrownBy(() -> provider.buy(usps, wanted)).isInstanceOf(NoAnswer.class);

    var both =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> provider.buy(usps, wanted)))
            .toList();

    assertThat(both)
        .extracting(CompletableFuture::join)
        .allSatisfy(answer -> assertThat(answer).isInstanceOf(LabelAnswer.Bought.class))
        .containsOnly(both.getFirst().join());
    assertThat(ledger.charged()).hasSize(1);
  }

  @Test
  void whatNobodyEverHeardOfIsUnknownUntilItSettled() {
    assertThat(provider.find(usps, wanted)).isInstanceOf(FindAnswer.NotYetKnown.class);
    shop.clock.advance(EasyPosts.SETTLE.plusSeconds(1));
    assertThat(provider.find(usps, wanted)).isEqualTo(new FindAnswer.NotBought());
  }

  @Test
  void anEmptyWalletIsNotTheLabelsFault() {
    ledger.walletIsEmpty();

    assertThat(provider.buy(usps, wanted))
        .isEqualTo(new LabelAnswer.NoFunds("Insufficient funds. Please add funds."));
  }

  @Test
  void aRefusalBearsTheCarriersWordsAndNeverOurKey() {
    ledger.refuses("SHIPMENT.POSTAGE.FAILURE");

    assertThat(provider.buy(usps, wanted))
        .isEqualTo(new LabelAnswer.Refused("Unable to buy with the key ***"));
  }

  @Test
  void aPaymentInProgressIsNoRefusal() {
    ledger.refuses("SHIPMENT.PURCHASE.IN_PROGRESS");

    assertThatThrownBy(() -> provider.buy(usps, wanted)).isInstanceOf(NoAnswer.class);
  }

  @Test
  void anotherCurrencyIsNotPaid() {
    ledger.charges("5.93", "CAD");

    assertThat(provider.buy(usps, wanted))
        .isEqualTo(new LabelAnswer.PriceChanged(Money.of(593, "CAD")));
    assertThat(ledger.charged()).isEmpty();
  }

  @Test
  void anEmptyRateListWithStatus200ForAnOverweightParcel_theReasonIsTheCarriers() {
    ledger.hasNoRates();

    assertThat(provider.rates(usps, EasyPosts.rates(40_000)))
        .isEqualTo(new RateAnswer.NoRates("USPS: USPS says Package weight exceeds 70 lb"));
  }

  @Test
  void parcelsThatDifferArePricedEachAndAddedUp() {
    assertThat(provider.rates(usps, EasyPosts.rates(436, 900, 436)))
        .isInstanceOfSatisfying(
            RateAnswer.Rates.class,
            rates -> {
              assertThat(rates.quotes()).hasSize(1);
              assertThat(rates.quotes().getFirst().perParcel()).hasSize(3);
              assertThat(rates.quotes().getFirst().total()).isEqualTo(Money.of(1779, "USD"));
            });
    assertThat(easypost.lines()).hasSize(2);
  }

  @Test
  void aVoidTwiceIsSuccessAndAScannedLabelIsRefused() {
    var bought = (LabelAnswer.Bought) provider.buy(usps, wanted);
    var other = (LabelAnswer.Bought) provider.buy(usps, shop.label("P-2-a1", 593));

    assertThat(provider.voidLabel(usps, bought.labelId())).isEqualTo(new VoidAnswer.Voided());
    assertThat(provider.voidLabel(usps, bought.labelId())).isEqualTo(new VoidAnswer.Voided());
    ledger.isScanned();
    assertThat(provider.voidLabel(usps, other.labelId()))
        .isEqualTo(new VoidAnswer.Refused("The label was scanned by the carrier."));
  }

  @Test
  void aFailedOrRefundedLabelBlocksANewOne_anotherReferenceIsAnotherLabel() {
    var first = (LabelAnswer.Bought) provider.buy(usps, wanted);
    var _ = provider.voidLabel(usps, first.labelId());

    assertThat(provider.buy(usps, shop.label("P-1-a2", 593)))
        .isInstanceOfSatisfying(
            LabelAnswer.Bought.class,
            second -> assertThat(second.labelId()).isNotEqualTo(first.labelId()));
    assertThat(provider.find(usps, wanted))
        .as("what was given back is nobody's label any more")
        .isEqualTo(new FindAnswer.CannotTell());
  }

  @Test
  void theDayIsClosedOnceAndWhoAsksAgainGetsTheSameForm() {
    var one = (LabelAnswer.Bought) provider.buy(usps, wanted);
    var late = (LabelAnswer.Bought) provider.buy(usps, shop.label("P-2-a1", 593));
    var day = manifest(one);

    var closed = (ManifestAnswer.Closed) provider.manifest(usps, day);
    assertThat(closed.manifestId()).isEqualTo("sf_1");
    assertThat(closed.document()).hasValue(Loopback.LABEL);
    assertThat(closed.leftOut()).isEmpty();
    assertThat(((ManifestAnswer.Closed) provider.manifest(usps, day)).manifestId())
        .isEqualTo("sf_1");
    assertThat(((ManifestAnswer.Closed) provider.manifest(usps, manifest(one, late))).leftOut())
        .as("it was not there when the form was made")
        .containsExactly(late.labelId());
  }

  @Test
  void whatIsLeftInTheWalletIsToldInWholeCents() {
    assertThat(provider.balance(usps)).hasValue(Money.of(1234, "USD"));
  }

  @Test
  void aTestIsNotPaidWithAProductionKey() {
    LabelRequest test =
        new LabelRequest(
            "P-9-a1",
            wanted.orderId(),
            wanted.shipmentId(),
            wanted.from(),
            wanted.to(),
            wanted.parcel(),
            1,
            1,
            "ground",
            wanted.shipDate(),
            wanted.quoted(),
            true);

    assertThat(shop.provider(Duration.ofSeconds(5), "EZAKpays").buy(usps, test))
        .isInstanceOf(LabelAnswer.Refused.class);
    assertThat(provider.buy(usps, test)).isInstanceOf(LabelAnswer.Bought.class);
  }

  private static ManifestRequest manifest(LabelAnswer.Bought... labels) {
    return new ManifestRequest(
        "M-1",
        Places.EAST,
        EasyPosts.DAY,
        Arrays.stream(labels)
            .map(each -> new ManifestRequest.Labelled(each.labelId(), each.trackingNumber(), 436))
            .toList());
  }
}
