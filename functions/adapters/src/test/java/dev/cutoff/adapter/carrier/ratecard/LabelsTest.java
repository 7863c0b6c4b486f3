package dev.cutoff.adapter.carrier.ratecard;

import static dev.cutoff.adapter.carrier.ratecard.RateCards.CHICAGO;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.SHIP_DATE;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.address;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.card;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.carrier;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.ground;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.node;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.adapter.carrier.ratecard.RateCards.SmallMap;
import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.VoidAnswer;
import dev.cutoff.document.application.LabelContent;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.document.application.SlipContent;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LabelsTest {
  private static final OrderId ORDER = new OrderId("DTC-90412");
  private static final Money QUOTED = Money.of(900, "USD");

  private final Printed printed = new Printed();
  private final RateCardProvider provider = new RateCardProvider(new SmallMap(), printed);
  private final Carrier carrier = carrier(ground(card()));

  @Test
  void aLabelSaysWhatTheDriverAndTheSorterNeed() {
    LabelAnswer.Bought label = bought(provider.buy(carrier, request("SHP-DTC-90412-1-1/1")));

    assertThat(printed.contents)
        .containsExactly(
            new LabelContent(
                "Swift",
                "Swift Ground",
                label.trackingNumber(),
                List.of("East warehouse", "1 Dock Road", "Newark NJ 07102", "US"),
                List.of("Sam Example", "Example Ltd", "5 Main Street", "Chicago IL 60606", "US"),
                "60606",
                "US",
                SHIP_DATE,
                900,
                1,
                2,
                "DTC-90412",
                "SHP-DTC-90412-1",
                "ZONE 5 · 606",
                "5",
                null,
                List.of(),
                false));
    assertThat(label.cost()).isEqualTo(QUOTED);
    assertThat(label.labelId()).isEqualTo(label.trackingNumber());
  }

  @Test
  void aPurchaseThatTimedOutIsNotBoughtAgain() {
    LabelAnswer first = provider.buy(carrier, request("attempt-1"));

    assertThat(provider.buy(carrier, request("attempt-1"))).isEqualTo(first);
    assertThat(provider.find(carrier, request("attempt-1")))
        .isEqualTo(new FindAnswer.Found(bought(first)));
  }

  @Test
  void everyReferenceHasATrackingNumberOfItsOwnWithARightCheckDigit() {
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      String number = TrackingNumbers.of(carrier, "SHP-DTC-" + i + "-1-1/1");
      assertThat(number).matches("SWI\\d{19}");
      String digits = number.substring(3, 21);
      assertThat(TrackingNumbers.checkDigit(digits))
          .isEqualTo(Character.digit(number.charAt(21), 10));
      numbers.add(number);
    }
    assertThat(numbers).hasSize(2_000);
  }

  @Test
  void theCheckDigitIsTheOneOnGroceries() {
    assertThat(TrackingNumbers.checkDigit("400638133393")).isEqualTo(1);
    assertThat(TrackingNumbers.checkDigit("590123412345")).isEqualTo(7);
  }

  @Test
  void aRateThatHasRisenSinceItWasQuotedIsRefused() {
    Carrier dearer = carrier(ground(card(LocalDate.of(2026, 1, 1), null, 35)));

    assertThat(provider.buy(dearer, request("attempt-1")))
        .isEqualTo(new LabelAnswer.PriceChanged(Money.of(935, "USD")));
    assertThat(provider.find(dearer, request("attempt-1"))).isEqualTo(new FindAnswer.NotBought());
    assertThat(printed.contents).isEmpty();
  }

  @Test
  void aRateThatHasFallenIsPaidAsItIs() {
    Carrier cheaper = carrier(ground(card(LocalDate.of(2026, 1, 1), null, -35)));

    assertThat(bought(provider.buy(cheaper, request("attempt-1"))).cost())
        .isEqualTo(Money.of(865, "USD"));
  }

  @Test
  void aServiceThatIsGoneOrServesThisNoLongerIsRefusedInWords() {
    assertThat(provider.buy(carrier(), request("attempt-1")))
        .isEqualTo(new LabelAnswer.Refused("Swift has no service ground"));
    assertThat(provider.buy(carrier, request(address("DE", "", "Bonn", "53111"), false)))
        .isEqualTo(new LabelAnswer.Refused("Swift: Swift Ground: does not deliver to DE"));
  }

  @Test
  void aTestLabelIsMarkedSoThatItDoesNotTravel() {
    provider.buy(carrier, request(CHICAGO, true));

    assertThat(printed.contents).singleElement().matches(LabelContent::test);
  }

  @Test
  void abroadIsSortedByCountryAndMayHaveNoPostcode() {
    LabelRequest abroad = request(address("CA", "ON", "Toronto", ""), false);

    assertThat(provider.buy(carrier, abroad)).isInstanceOf(LabelAnswer.Bought.class);
    assertThat(printed.contents)
        .singleElement()
        .returns("ZONE CA · CA", LabelContent::routingCode)
        .returns(null, LabelContent::toPostcode);
  }

  @Test
  void voidingAgainIsSuccess() {
    assertThat(provider.voidLabel(carrier, "SWI1")).isEqualTo(new VoidAnswer.Voided());
    assertThat(provider.voidLabel(carrier, "SWI1")).isEqualTo(new VoidAnswer.Voided());
  }

  private static LabelRequest request(String reference) {
    return request(reference, CHICAGO, QUOTED, false);
  }

  private static LabelRequest request(Address to, boolean test) {
    return request("attempt-1", to, Money.of(5_000, "USD"), test);
  }

  private static LabelRequest request(String reference, Address to, Money quoted, boolean test) {
    return new LabelRequest(
        reference,
        ORDER,
        ShipmentId.of(ORDER, 1),
        node(),
        to,
        parcel(900),
        1,
        2,
        "ground",
        SHIP_DATE,
        quoted,
        test);
  }

  private static LabelAnswer.Bought bought(LabelAnswer answer) {
    return switch (answer) {
      case LabelAnswer.Bought bought -> bought;
      case LabelAnswer.Refused refused -> throw new AssertionError(refused.why());
      case LabelAnswer.PriceChanged changed -> throw new AssertionError(changed.now());
      case LabelAnswer.NoFunds none -> throw new AssertionError(none.why());
      case LabelAnswer.Unprintable label -> throw new AssertionError(label.why());
    };
  }

  /** Keeps what was printed. */
  private static final class Printed implements ShippingDocuments {
    private final ShippingDocuments documents = new RateCards.PlainDocuments();
    private final List<LabelContent> contents = new ArrayList<>();

    @Override
    public LabelFiles label(LabelContent content) {
      contents.add(content);
      return documents.label(content);
    }

    @Override
    public byte[] packingSlip(SlipContent content) {
      return documents.packingSlip(content);
    }
  }
}
