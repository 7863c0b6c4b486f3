package dev.cutoff.adapter.carrier.ups;

import static dev.cutoff.adapter.carrier.ups.Ups.CHICAGO;
import static dev.cutoff.adapter.carrier.ups.Ups.PARCEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.adapter.carrier.ups.FakeUps.Said;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.money.Money;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PurchasesTest {
  private static final String SHIP = "/v2409/ship";
  private static final String REFERENCE = "SHP-DTC-90412-1-1-a1";

  private final FakeUps ups = FakeUps.start();
  private final UpsProvider provider = Ups.provider(Ups.clock());
  private final Carrier carrier = Ups.carrier(ups.base());

  @AfterEach
  void stop() {
    ups.close();
  }

  @Test
  void aLabelIsBoughtAtTheContractPriceWithItsFiles() {
    assertThat(buy())
        .isEqualTo(
            new LabelAnswer.Bought(
                "1ZA1B2C30000000001",
                "1ZA1B2C30000000001",
                Ups.GROUND,
                new LabelFiles(new byte[0], UpsAnswers.ZPL)));
    assertThat(ups.sold()).singleElement().returns(REFERENCE, sold -> sold.reference);
  }

  @Test
  void whatCostsMoreThanWasQuotedIsNotBought() {
    LabelRequest cheap = at(Money.of(1_039, "USD"));

    assertThat(provider.buy(carrier, cheap)).isEqualTo(new LabelAnswer.PriceChanged(Ups.GROUND));
    assertThat(provider.buy(carrier, at(Money.of(1_040, "EUR"))))
        .isEqualTo(new LabelAnswer.PriceChanged(Ups.GROUND));
    assertThat(ups.asked(SHIP)).isEmpty();
  }

  @Test
  void whatUpsRefusesIsRefusedInItsWords() {
    ups.says(SHIP, "120802", "Address Validation Error on ShipTo address");
    assertThat(buy())
        .isEqualTo(
            new LabelAnswer.Refused("UPS: Address Validation Error on ShipTo address (120802)"));

    ups.says("/rating/", "111210", "The requested service is unavailable.");
    assertThat(buy())
        .isEqualTo(new LabelAnswer.Refused("UPS: The requested service is unavailable (111210)"));
  }

  @Test
  void anAccountThatCantBeBilledHasNoFunds() {
    ups.says(SHIP, "120413", "The UPS account number can not be billed.");

    assertThat(buy())
        .isEqualTo(
            new LabelAnswer.NoFunds("UPS: The UPS account number can not be billed (120413)"));
  }

  @Test
  void aLabelInAnotherFormatIsBoughtAndUnprintable() {
    says(answer -> answer.replace("\"Code\":\"ZPL\"", "\"Code\":\"GIF\""));
    assertThat(buy())
        .isInstanceOfSatisfying(
            LabelAnswer.Unprintable.class,
            label -> {
              assertThat(label.trackingNumber()).isEqualTo("1ZA1B2C30000000001");
              assertThat(label.cost()).isEqualTo(Ups.GROUND);
              assertThat(label.why()).isEqualTo("UPS sent the label as GIF, ZPL was asked for");
            });

    says(answer -> answer.replace(UpsAnswers.base64(UpsAnswers.ZPL), UpsAnswers.base64("GIF89a")));
    assertThat(provider.buy(carrier, Ups.label("a2")))
        .isInstanceOfSatisfying(
            LabelAnswer.Unprintable.class,
            label -> assertThat(label.why()).startsWith("ZPL was asked for, and "));

    says(answer -> answer.replace(UpsAnswers.base64(UpsAnswers.ZPL), "***"));
    assertThat(provider.buy(carrier, Ups.label("a3")))
        .isInstanceOfSatisfying(
            LabelAnswer.Unprintable.class,
            label -> assertThat(label.why()).isEqualTo("UPS sent no label that can be read"));
  }

  @Test
  void aSaleWithoutItsPriceIsASaleAtThePriceThatWasAskedFor() {
    says(answer ->
        answer
            .replaceFirst("\"TotalCharges\":\\{[^}]*}", "\"TotalCharges\":{}")
            .replaceFirst("\"NegotiatedRateCharges\":\\{.*?}}", "\"NegotiatedRateCharges\":{}"));

    assertThat(buy())
        .isInstanceOfSatisfying(
            LabelAnswer.Bought.class, label -> assertThat(label.cost()).isEqualTo(Ups.GROUND));
  }

  @Test
  void aYesWithoutANumberIsNoAnswerAndFoundByItsReference() {
    says(answer -> answer.replaceAll("1ZA1B2C3\\d{10}", ""));

    assertThatThrownBy(this::buy).isInstanceOf(NoAnswer.class);
    assertThat(ups.sold()).hasSize(1);
  }

  /** UPS says so itself: nobody knows by that what became of the first. */
  @Test
  void aShipmentThatUpsCallsARepetitionIsNotRefused() {
    ups.says(SHIP, "120021", "The same shipment cannot be requested more than once.");

    assertThatThrownBy(this::buy).isInstanceOf(NoAnswer.class);
  }

  @Test
  void aTokenThatEndedJustThenCostsNoSecondLabel() {
    provider.rates(carrier, Ups.rates(CHICAGO, PARCEL));
    ups.says(
        "/rating/",
        question -> {
          ups.forgetsTokens();
          return UpsAnswers.rates(question);
        });

    assertThat(buy()).isInstanceOf(LabelAnswer.Bought.class);
    assertThat(ups.asked(SHIP)).hasSize(2);
    assertThat(ups.sold()).hasSize(1);
  }

  @Test
  void severalLabelsUnderOneReferenceAreNotJoinedByAnother() {
    ups.sells(REFERENCE);
    ups.sells(REFERENCE);

    assertThatThrownBy(this::buy).isInstanceOf(NoAnswer.class);
    assertThat(ups.sold()).hasSize(2);
  }

  @Test
  void withoutAnAccountNumberNoLabelIsSold() {
    assertThat(
            provider.buy(Ups.carrier(ups.base(), "", Ups.service("ground")), Ups.label(REFERENCE)))
        .isEqualTo(
            new LabelAnswer.Refused(
                "UPS: sells labels to an account only: add its number to the merchant file"));
  }

  @Test
  void aTestOrderIsBoughtInUpssTestPlaceUnlessTheAccountNamesAnAddress() {
    CarrierAccount none =
        new CarrierAccount(null, "ups-api", "A1B2C3", Ups.SETTLE, Ups.SETTLE, Map.of());
    CarrierAccount own =
        new CarrierAccount(
            "https://ups.test", "ups-api", "A1B2C3", Ups.SETTLE, Ups.SETTLE, Map.of());

    assertThat(UpsApi.apiUrl(none, false)).isEqualTo("https://onlinetools.ups.com");
    assertThat(UpsApi.apiUrl(none, true)).isEqualTo("https://wwwcie.ups.com");
    assertThat(UpsApi.apiUrl(own, true)).isEqualTo("https://ups.test");
  }

  @Test
  void aTestOrdersLabelIsMarkedSoThatItIsVoidedWhereItWasBought() {
    assertThat(LabelIds.of("1Z1", true)).isEqualTo("test:1Z1");
    assertThat(LabelIds.shipment("test:1Z1")).isEqualTo("1Z1");
    assertThat(LabelIds.isTest("test:1Z1")).isTrue();
    assertThat(LabelIds.isTest("1Z1")).isFalse();
    assertThat(LabelIds.shipment("1Z1")).isEqualTo("1Z1");
  }

  private void says(java.util.function.UnaryOperator<String> changed) {
    ups.says(
        SHIP,
        question -> {
          String reference =
              question
                  .body()
                  .at("/ShipmentRequest/Shipment/Package/0/ReferenceNumber/0/Value")
                  .asText();
          Said said = UpsAnswers.shipped(question, ups.sells(reference));
          return new Said(said.status(), changed.apply(said.body()));
        });
  }

  private static LabelRequest at(Money quoted) {
    return Ups.label(REFERENCE, Ups.newark(), CHICAGO, PARCEL, null, quoted);
  }

  private LabelAnswer buy() {
    return provider.buy(carrier, Ups.label(REFERENCE));
  }
}
