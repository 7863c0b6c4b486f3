package dev.cutoff.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.document.application.CustomsContent;
import dev.cutoff.document.application.CustomsForms;
import dev.cutoff.document.application.PrintForm;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.print.application.CustomsPapers;
import dev.cutoff.print.application.LabelsInForm;
import dev.cutoff.print.application.PrintLinks;
import dev.cutoff.print.application.PrintingShipment;
import dev.cutoff.print.application.PrintingShipment.Kind;
import dev.cutoff.print.application.PrintingShipment.Outcome;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.PackingSlips;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.FixedMerchants;
import dev.cutoff.testkit.Goods;
import dev.cutoff.testkit.InMemoryLabelAttempts;
import dev.cutoff.testkit.InMemoryOrders;
import dev.cutoff.testkit.ManualClock;
import dev.cutoff.testkit.Stage;
import dev.cutoff.world.Paper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is printed for a shipment that crosses a border, and for one that does not. */
final class PrintingShipmentTest {
  private static final Address BERLIN =
      Address.of("Kim Example", null, "1 Platz", null, "Berlin", "", "10115", "DE", "+4930000000");
  private static final ShipmentId ID = new ShipmentId("SHP-DTC-1-1");

  private final InMemoryOrders orders = new InMemoryOrders();
  private final ManualClock clock = ManualClock.at("2026-11-24T15:00:00Z");

  @Test
  void whatStaysInTheCountryHasNoCustomsPapers() {
    labelled(AnOrder.numbered("1"));
    assertThat(kinds(printed(Goods.TEE))).containsExactly(Kind.LABEL);
  }

  @Test
  void whatGoesAbroadHasAnInvoiceAndTheFormOfThePosts() {
    labelled(AnOrder.numbered("1").shipTo(BERLIN));
    assertThat(kinds(printed(Goods.TEE)))
        .containsExactly(Kind.LABEL, Kind.COMMERCIAL_INVOICE, Kind.CN22);
  }

  @Test
  void beyondTheValueOfTheSmallFormTheLargeOneIsTaken() {
    labelled(AnOrder.numbered("1").line("TEE-BLK-M", 17).shipTo(BERLIN));
    assertThat(kinds(printed(Goods.TEE))).contains(Kind.CN23).doesNotContain(Kind.CN22);
  }

  /** "HS code was optional until the EU label failed" (woocommerce-services#2712). */
  @Test
  void anHsCodeThatNobodyFilledInIsAskedForAndNotPadded() {
    labelled(AnOrder.numbered("1").shipTo(BERLIN));
    Outcome.Documents printed = printed(withoutCode());
    assertThat(kinds(printed)).containsExactly(Kind.LABEL);
    assertThat(printed.missing())
        .containsExactly(
            new PrintingShipment.Missing(
                Kind.COMMERCIAL_INVOICE,
                List.of("SHP-DTC-1-1-1"),
                "fill in, in the merchant file: TEE-BLK-M: HS code"));
  }

  @Test
  void whatHasNoLabelYetHasNothingToPrint() {
    Order received = AnOrder.numbered("1").received();
    save(null, received);
    save(received, Stage.reserved(received, "EAST"));
    assertThat(printing(Goods.TEE).print(ID, PrintForm.PDF_4X6))
        .isEqualTo(new Outcome.NotLabelled());
    assertThat(printing(Goods.TEE).print(new ShipmentId("SHP-DTC-2-1"), PrintForm.PDF_4X6))
        .isEqualTo(new Outcome.NotFound());
  }

  private static List<Kind> kinds(Outcome.Documents printed) {
    return printed.documents().stream()
        .map(PrintingShipment.Document::kind)
        .filter(kind -> kind != Kind.PACKING_SLIP)
        .toList();
  }

  private Outcome.Documents printed(Item tee) {
    return switch (printing(tee).print(ID, PrintForm.PDF_4X6)) {
      case Outcome.Documents documents -> documents;
      case Outcome.NotLabelled not -> throw new AssertionError(not);
      case Outcome.NotFound none -> throw new AssertionError(none);
    };
  }

  private PrintingShipment printing(Item tee) {
    Merchants shop = new FixedMerchants(AMerchant.standard().item(tee).build());
    PrintingWaveTest.Shelf shelf = new PrintingWaveTest.Shelf();
    return new PrintingShipment(
        orders,
        new InMemoryLabelAttempts(),
        new LabelsInForm(
            shelf, new PrintingWaveTest.Sheets(), new PackingSlips(new Paper(), shelf, shop)),
        new CustomsPapers(shop),
        new Forms(),
        shelf,
        new PrintLinks(name -> "secret", shop, clock));
  }

  private static Item withoutCode() {
    Item tee = Goods.TEE;
    return new Item(
        tee.sku(),
        tee.name(),
        tee.weightGrams(),
        tee.size(),
        tee.barcode(),
        tee.value(),
        null,
        tee.originCountry(),
        tee.customsDescription(),
        tee.requiresShipping(),
        tee.stock(),
        tee.goods());
  }

  private void labelled(AnOrder order) {
    Order received = order.received();
    save(null, received);
    Order reserved = save(received, Stage.reserved(received, "EAST"));
    Order planned = save(reserved, Stage.planned(reserved));
    Order labelled = save(planned, Stage.labelled(planned));
    save(labelled, withSlip(labelled));
  }

  /** The example's key of a slip is none of a real object. */
  private static Order withSlip(Order order) {
    if (!(order.shipments().getFirst() instanceof Shipment.Labelled now)) {
      throw new AssertionError("not labelled");
    }
    Shipment.Labelled kept =
        new Shipment.Labelled(
            now.id(),
            now.node(),
            now.lines(),
            now.parcels(),
            now.shipBy(),
            now.receipt(),
            "slips/" + "0a".repeat(32) + ".pdf",
            now.labelledAt());
    return order.changed(change -> change.shipment(kept));
  }

  private Order save(@Nullable Order before, Order after) {
    assertThat(orders.save(before, after, List.of())).isEqualTo(InMemoryOrders.Saved.SAVED);
    return after;
  }

  /** Forms as plain text. */
  private static final class Forms implements CustomsForms {
    @Override
    public byte[] commercialInvoice(CustomsContent content) {
      return ("invoice " + content).getBytes(UTF_8);
    }

    @Override
    public byte[] cn22(CustomsContent content) {
      return ("CN 22 " + content).getBytes(UTF_8);
    }

    @Override
    public byte[] cn23(CustomsContent content) {
      return ("CN 23 " + content).getBytes(UTF_8);
    }
  }
}
