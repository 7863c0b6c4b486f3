package dev.cutoff.adapter.carrier.ratecard;

import static dev.cutoff.adapter.carrier.ratecard.RateCards.CHICAGO;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.SHIP_DATE;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.card;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.carrier;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.ground;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.home;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.node;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.adapter.carrier.ratecard.RateCards.SmallMap;
import dev.cutoff.adapter.document.PrintedDocuments;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.merchant.Node;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.testkit.paper.PdfPictures;
import org.junit.jupiter.api.Test;

/** A label that the customer puts on a parcel to the shop. */
final class ReturnLabelTest {
  private static final OrderId ORDER = new OrderId("DTC-90412");

  @Test
  void itIsFromTheCustomerToTheNodeAndItsBarcodeIsRead() throws Exception {
    RateCardProvider provider = new RateCardProvider(new SmallMap(), PrintedDocuments.load());
    LabelAnswer answer = provider.buy(carrier(ground(card())), request());

    assertThat(answer).isInstanceOf(LabelAnswer.Bought.class);
    if (answer instanceof LabelAnswer.Bought label) {
      assertThat(PdfPictures.scanned(label.files().pdf(), 203)).isEqualTo(label.trackingNumber());
      String zpl = label.files().zpl();
      assertThat(zpl).contains(label.trackingNumber());
      assertThat(zpl.indexOf("^FDFROM^FS"))
          .isLessThan(zpl.indexOf("Chicago IL 60606"))
          .isNotNegative();
      assertThat(zpl.indexOf("Chicago IL 60606")).isLessThan(zpl.indexOf("Newark NJ 07102"));
    }
  }

  private static LabelRequest request() {
    return new LabelRequest(
        "SHP-DTC-90412-1-1-r1-a1",
        ORDER,
        ShipmentId.of(ORDER, 1),
        customer(),
        node().address(),
        parcel(900),
        1,
        1,
        "ground",
        SHIP_DATE,
        Money.of(5_000, "USD"),
        false);
  }

  private static Node customer() {
    Node node = node();
    return new Node(
        new NodeId("CUSTOMER-RETURNS"),
        "Customer",
        home(CHICAGO),
        node.zone(),
        node.cutoffs(),
        node.handlingCost(),
        false);
  }
}
