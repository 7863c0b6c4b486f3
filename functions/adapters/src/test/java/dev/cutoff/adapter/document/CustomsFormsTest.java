package dev.cutoff.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.document.application.CustomsContent;
import dev.cutoff.document.application.CustomsForms;
import dev.cutoff.testkit.paper.PdfPictures;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

final class CustomsFormsTest {
  private final CustomsForms forms = PrintedDocuments.load();

  @Test
  void anInvoiceSaysWhoWhatWhereFromWhatItIsWorthAndWhoPaysTheDuties() throws Exception {
    byte[] invoice = forms.commercialInvoice(CustomsSamples.content(CustomsSamples.items(2)));
    assertThat(PdfPictures.text(invoice))
        .contains("Commercial invoice", "No. SHP-DTC-90412-1-1", "23 November 2026")
        .contains("Acme Outfitters", "Berlin 10115", "+49 30 5550101")
        .contains("DDP (Incoterms 2020)", "IOSS", "IM2760000742", Samples.TRACKING)
        .contains("610910", "PT", "0.180 kg", "48.00 USD", "SKU-0002")
        .contains("0.360 kg", "1.250 kg", "96.00 USD", "SENDER'S SIGNATURE");
  }

  @Test
  void aCn23OfFortyItemsGoesOnWithItsHeadsOnEveryPage() throws Exception {
    byte[] form = forms.cn23(CustomsSamples.content(CustomsSamples.items(40)));
    int pages = PdfPictures.pages(form);
    assertThat(pages).isGreaterThan(1);
    for (int page = 1; page <= pages; page++) {
      assertThat(PdfPictures.page(form, page)).contains("HS CODE", "CN 23", "of " + pages);
    }
    assertThat(PdfPictures.text(form)).contains("SKU-0001", "SKU-0040", "1920.00 USD");
  }

  @Test
  void aCn22IsOneLabelOfFourBySixInches() throws Exception {
    byte[] form = forms.cn22(CustomsSamples.content(CustomsSamples.items(4)));
    try (PDDocument document = Loader.loadPDF(form)) {
      assertThat(document.getNumberOfPages()).isOne();
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(288f);
      assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(432f);
    }
    assertThat(PdfPictures.text(form))
        .contains("CN 22", "Sale of goods", "610910", "192.00 USD", "1.250 kg", "IM2760000742");
    assertThatThrownBy(() -> forms.cn22(CustomsSamples.content(CustomsSamples.items(5))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** "HS code was optional until the EU label failed" (woocommerce-services#2712). */
  @Test
  void anHsCodeThatNobodyFilledInIsNeverPaddedOnAForm() {
    assertThatThrownBy(() -> content("", "PT", 180)).hasMessageContaining("MUG-1: HS code");
    assertThatThrownBy(() -> content("691200", "", 180)).hasMessageContaining("country of origin");
    assertThatThrownBy(() -> content("691200", "PT", 0)).hasMessageContaining("weight");
    assertThat(content("691200", "PT", 180).declaration().lacking()).isEmpty();
  }

  @Test
  void longDescriptionsAreWrappedOnAnInvoiceAndFitACn22() throws Exception {
    Random random = new Random(7);
    String words =
        random
            .ints(60, 3, 12)
            .mapToObj(length -> "w".repeat(length))
            .collect(Collectors.joining(" ", "", " end"));
    CustomsContent content =
        CustomsSamples.content(List.of(CustomsSamples.item("MUG-1", words, "691200", "PT", 100)));
    assertThat(PdfPictures.text(forms.commercialInvoice(content))).contains("end");
    assertThat(PdfPictures.pages(forms.cn22(content))).isOne();
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    CustomsContent content = CustomsSamples.content(CustomsSamples.items(3));
    CustomsForms again = PrintedDocuments.load();
    assertThat(again.commercialInvoice(content)).isEqualTo(forms.commercialInvoice(content));
    assertThat(again.cn22(content)).isEqualTo(forms.cn22(content));
    assertThat(again.cn23(content))
        .isEqualTo(forms.cn23(content))
        .isNotEqualTo(forms.cn22(content));
  }

  private static CustomsContent content(String hsCode, String origin, long grams) {
    return CustomsSamples.content(
        List.of(CustomsSamples.item("MUG-1", "Mug", hsCode, origin, grams)));
  }
}
