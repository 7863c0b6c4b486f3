package dev.cutoff.adapter.carrier.ups;

import static dev.cutoff.adapter.carrier.ups.Ups.CHICAGO;
import static dev.cutoff.adapter.carrier.ups.Ups.PARCEL;
import static dev.cutoff.adapter.carrier.ups.Ups.TORONTO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.customs.Declaration;
import dev.cutoff.customs.Incoterm;
import dev.cutoff.customs.TaxId;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.money.Money;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.shipment.ParcelExtras.Signature;
import dev.cutoff.stock.Sku;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What UPS is asked for a label. */
final class ShipQuestionTest {
  private static final String SHIP = "/v2409/ship";
  private static final String REFERENCE = "SHP-DTC-90412-1-1-a1";
  private static final Declaration SHIRTS =
      new Declaration(
          Incoterm.DAP,
          List.of(new TaxId(TaxId.Kind.IOSS, "IM2760000000", null)),
          List.of(
              new Declaration.Item(
                  new Sku("TEE-BLK-M"),
                  "Cotton T-shirts, black, knitted",
                  3,
                  Money.of(10_000, "USD"),
                  540,
                  "6109.10",
                  "PT")));

  private final FakeUps ups = FakeUps.start();
  private final UpsProvider provider = Ups.provider(Ups.clock());
  private final Carrier carrier = Ups.carrier(ups.base());

  @AfterEach
  void stop() {
    ups.close();
  }

  @Test
  void theQuestionKeepsToTheSpec() {
    ParcelSpec signed =
        new ParcelSpec(
            900, PARCEL.size(), new ParcelExtras(Signature.ADULT, Money.of(9_900, "USD")));
    for (LabelRequest request :
        List.of(
            Ups.label("a1", CHICAGO, PARCEL, null),
            Ups.label("a2", CHICAGO, signed, null),
            Ups.label("a3", TORONTO, signed, SHIRTS),
            Ups.label("a4", Ups.BERLIN, PARCEL, with(Incoterm.DDP)))) {
      assertThat(provider.buy(carrier, request)).isInstanceOf(LabelAnswer.Bought.class);

      assertThat(Specs.of("Shipping").problems("SHIPRequestWrapper", ups.lastBody(SHIP)))
          .as(ups.lastBody(SHIP).toString())
          .isEmpty();
      assertThat(
              Specs.of("Shipping")
                  .problems("LABELRECOVERYRequestWrapper", ups.lastBody("/labels/")))
          .isEmpty();
    }
  }

  /** UPS refuses it on the shipment at home and on the package abroad. */
  @Test
  void ourReferenceGoesAlongWhereUpsTakesItAndAsTheRequestsId() {
    buy();

    assertThat(asked().at("/Package/0/ReferenceNumber/0/Value").asText()).isEqualTo(REFERENCE);
    assertThat(asked().at("/ReferenceNumber").isMissingNode()).isTrue();
    assertThat(
            ups.lastBody(SHIP)
                .at("/ShipmentRequest/Request/TransactionReference/CustomerContext")
                .asText())
        .isEqualTo(REFERENCE);
    assertThat(ups.asked(SHIP).getLast().headers())
        .containsEntry("transId", REFERENCE)
        .containsEntry("transactionSrc", "cutoff");

    provider.buy(carrier, Ups.label("abroad", TORONTO, PARCEL, SHIRTS));

    assertThat(asked().at("/ReferenceNumber/0/Value").asText()).isEqualTo("abroad");
    assertThat(asked().at("/Package/0/ReferenceNumber").isMissingNode()).isTrue();
  }

  @Test
  void aStreetIsPrintedWholeOrTheLabelIsNotBought() {
    assertThat(
            provider.buy(
                carrier,
                to(street("12345 North Martin Luther King Junior Boulevard", "Building 7"))))
        .isInstanceOf(LabelAnswer.Bought.class);
    assertThat(asked().at("/ShipTo/Address/AddressLine").toString())
        .isEqualTo("[\"12345 North Martin Luther King\",\"Junior Boulevard\",\"Building 7\"]");
    assertThat(provider.buy(carrier, to(street("word ".repeat(30), ""))))
        .isInstanceOf(LabelAnswer.Refused.class);
    assertThat(provider.buy(carrier, to(street("W".repeat(36), ""))))
        .isInstanceOf(LabelAnswer.Refused.class);
  }

  @Test
  void customsAreToldEveryArticleAndThePartsAddUp() {
    provider.buy(carrier, Ups.label("abroad", TORONTO, PARCEL, SHIRTS));

    JsonNode forms = asked().at("/ShipmentServiceOptions/InternationalForms");
    assertThat(forms.path("TermsOfShipment").asText()).isEqualTo("DAP");
    assertThat(forms.path("Product"))
        .extracting(
            product -> product.at("/Unit/Number").asText(),
            product -> product.at("/Unit/Value").asText(),
            product -> product.path("CommodityCode").asText(),
            product -> product.path("OriginCountryCode").asText())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("2", "33.33", "610910", "PT"),
            org.assertj.core.groups.Tuple.tuple("1", "33.34", "610910", "PT"));
    assertThat(asked().at("/InvoiceLineTotal/MonetaryValue").asText()).isEqualTo("100");
    assertThat(asked().at("/PaymentInformation/ShipmentCharge")).hasSize(1);
    assertThat(asked().at("/ShipFrom/VendorInfo/VendorCollectIDTypeCode").asText())
        .isEqualTo("0356");
    assertThat(asked().at("/ShipFrom/VendorInfo/VendorCollectIDNumber").asText())
        .isEqualTo("IM2760000000");
  }

  @Test
  void dutiesThatTheShopPaysAreBilledToItsAccount() {
    provider.buy(carrier, Ups.label("abroad", Ups.BERLIN, PARCEL, with(Incoterm.DDP)));

    assertThat(asked().at("/PaymentInformation/ShipmentCharge/1/Type").asText()).isEqualTo("02");
    assertThat(
            asked().at("/PaymentInformation/ShipmentCharge/1/BillShipper/AccountNumber").asText())
        .isEqualTo(FakeUps.NUMBER);
    assertThat(asked().at("/InvoiceLineTotal").isMissingNode()).isTrue();
  }

  @Test
  void aReferenceThatIsTooLongForUpsIsShortAndStillItsOwn() {
    String order = "SHP-" + "X".repeat(60);
    String first = References.shortened(order + "-1-1-a1", References.NUMBER);

    assertThat(first).hasSize(35).startsWith("SHP-XXXX");
    assertThat(References.shortened(order + "-1-1-a2", References.NUMBER)).isNotEqualTo(first);
    assertThat(provider.buy(carrier, Ups.label(order + "-1-1-a1")))
        .isInstanceOf(LabelAnswer.Bought.class);
    assertThat(provider.buy(carrier, Ups.label(order + "-1-1-a1")))
        .isInstanceOf(LabelAnswer.Bought.class);
    assertThat(ups.sold()).hasSize(1);
  }

  /** UPS takes today and the week after it, by the clock on the wall there. */
  @Test
  void aLabelThatIsBoughtLateOrEarlyHasAShipDateThatUpsTakes() {
    assertThat(shipDate(LocalDate.parse("2026-11-20"))).isEqualTo("20261124");
    assertThat(shipDate(LocalDate.parse("2026-11-27"))).isEqualTo("20261127");
    assertThat(shipDate(LocalDate.parse("2026-12-24"))).isEqualTo("20261201");
  }

  private static String shipDate(LocalDate planned) {
    LabelRequest asked = Ups.label(REFERENCE);
    LabelRequest request =
        new LabelRequest(
            asked.reference(),
            asked.orderId(),
            asked.shipmentId(),
            asked.from(),
            asked.to(),
            asked.parcel(),
            1,
            1,
            "ground",
            planned,
            asked.quoted(),
            false);
    CarrierAccount account =
        new CarrierAccount(null, "ups-api", "A1B2C3", Ups.SETTLE, Ups.SETTLE, Map.of());
    return new ShipQuestion(request, account, Ups.SHIP_DATE)
        .body()
        .at("/ShipmentRequest/Shipment/ShipmentDate")
        .asText();
  }

  private static Declaration with(Incoterm incoterm) {
    return new Declaration(incoterm, List.of(), SHIRTS.items());
  }

  private static Address street(String street1, String street2) {
    return Address.of(
        "Sam Example", "", street1, street2, "Chicago", "IL", "60606", "US", "3125550199");
  }

  private static LabelRequest to(Address address) {
    return Ups.label("to-" + address.street1().hashCode(), address, PARCEL, null);
  }

  private JsonNode asked() {
    return ups.lastBody(SHIP).at("/ShipmentRequest/Shipment");
  }

  private LabelAnswer buy() {
    return provider.buy(carrier, Ups.label(REFERENCE));
  }
}
