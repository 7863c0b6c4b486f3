package dev.cutoff.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.document.application.SlipContent;
import dev.cutoff.document.application.SlipLine;
import dev.cutoff.document.application.SlipPrices;
import dev.cutoff.testkit.paper.PdfPictures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackingSlipTest {

  private final ShippingDocuments documents = PrintedDocuments.load();

  @ParameterizedTest
  @ValueSource(strings = {"SHP-6633", "SHP-A-LONG-SHIPMENT-ID-0123456789-ABCDEF"})
  void aPackersScannerReadsTheShipmentId(String id) throws Exception {
    SlipContent slip = Samples.slip(Samples.lines(3), null, null);
    SlipContent named =
        new SlipContent(
            slip.shopName(),
            slip.orderId(),
            slip.orderNumber(),
            id,
            slip.node(),
            slip.shipTo(),
            slip.placed(),
            slip.lines(),
            slip.parcels(),
            null,
            null,
            null);
    assertThat(PdfPictures.scanned(documents.packingSlip(named), 300)).isEqualTo(id);
  }

  @Test
  void twoHundredLinesAreAllThereOnNumberedPagesWithTheirHeads() throws Exception {
    byte[] pdf = documents.packingSlip(Samples.slip(Samples.lines(200), null, null));
    int pages = PdfPictures.pages(pdf);
    assertThat(pages).isGreaterThan(3);
    for (int page = 1; page <= pages; page++) {
      assertThat(PdfPictures.page(pdf, page))
          .contains(
              "Page " + page + " of " + pages, "QTY", "SKU", "#90412", "SHP-6633", "Sam Example");
    }
    String text = PdfPictures.text(pdf);
    for (SlipLine line : Samples.lines(200)) {
      assertThat(text).containsOnlyOnce(line.sku());
    }
  }

  @Test
  void kitsShowTheirPartsPropertiesAndWhatIsToFollow() throws Exception {
    assertThat(
            PdfPictures.text(
                documents.packingSlip(Samples.slip(List.of(Samples.kit()), null, null))))
        .contains(
            "KIT-CAMP", "Engraving: S.E.", "POT-1L", "SPOON-TI", "Pot, one litre", "4006381333948")
        .contains("1 of 3 ordered; 2 not in this shipment");
  }

  @Test
  void giftMessageAndNoteAreShownWithTheirLineBreaks() throws Exception {
    String text =
        PdfPictures.text(
            documents.packingSlip(
                Samples.slip(Samples.lines(1), "Ring twice.", "Happy birthday!\nУдачи, 東京より")));
    assertThat(text)
        .contains("GIFT MESSAGE", "Happy birthday!", "Удачи, 東京より", "NOTE", "Ring twice.");
    assertThat(text).doesNotContain("Happy birthday! Удачи");
    assertThat(PdfPictures.text(documents.packingSlip(Samples.slip(Samples.lines(1), null, null))))
        .doesNotContain("GIFT", "NOTE");
  }

  @Test
  void aGiftsPriceStaysUnseenUnlessPricesAreAskedFor() throws Exception {
    SlipContent slip = Samples.slip(Samples.lines(1), null, null);
    assertThat(PdfPictures.text(documents.packingSlip(slip)))
        .doesNotContain("24.00", "USD", "Total");
    SlipContent priced =
        new SlipContent(
            slip.shopName(),
            slip.orderId(),
            slip.orderNumber(),
            slip.shipmentId(),
            slip.node(),
            slip.shipTo(),
            slip.placed(),
            slip.lines(),
            slip.parcels(),
            null,
            null,
            new SlipPrices("USD", 4800, 500, 795, 412, 5507));
    assertThat(PdfPictures.text(documents.packingSlip(priced)))
        .contains("24.00 USD", "48.00 USD", "-5.00 USD", "7.95 USD", "55.07 USD");
  }

  @Test
  void longNamesAndSkusAreWrappedAndWhole() throws Exception {
    String name =
        "A lamp with a name so long that one line is not enough for it, nor are two, it goes on and on";
    String text =
        PdfPictures.text(
            documents.packingSlip(
                Samples.slip(
                    List.of(Samples.line("LAMP-" + "X9".repeat(40), name, 1)), null, null)));
    assertThat(text.replaceAll("\\s+", " ")).doesNotContain("…");
    for (String word : name.split(" ", -1)) {
      assertThat(text).contains(word);
    }
    assertThat(text.chars().filter(c -> c == '9').count()).isGreaterThanOrEqualTo(40);
  }

  @Test
  void aMessageLongerThanAPageIsContinued() throws Exception {
    byte[] pdf =
        documents.packingSlip(Samples.slip(Samples.lines(1), "word ".repeat(4000) + "end", null));
    assertThat(PdfPictures.pages(pdf)).isGreaterThan(2);
    assertThat(PdfPictures.text(pdf)).contains("end", "SKU-0001");
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    SlipContent slip = Samples.slip(Samples.lines(40), "Zoë", "東京");
    assertThat(documents.packingSlip(slip))
        .isEqualTo(documents.packingSlip(slip))
        .isEqualTo(PrintedDocuments.load().packingSlip(slip));
  }
}
