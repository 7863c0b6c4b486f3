package dev.cutoff.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.document.application.PrintForm;
import dev.cutoff.document.application.SlipContent;
import dev.cutoff.testkit.paper.PdfPictures;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SlipWithLabelsTest {
  private final PrintedDocuments documents = PrintedDocuments.load();
  private final byte[] label = CarrierPapers.label();

  @ParameterizedTest
  @EnumSource(names = {"A4", "LETTER"})
  void slipAndLabelAreOnOneSheetAndTheLabelStillScans(PrintForm paper) throws Exception {
    byte[] sheet = documents.slipWithLabels(slip(6), paper, List.of(label));
    assertThat(PdfPictures.pages(sheet)).isOne();
    assertThat(PdfPictures.text(sheet)).contains("SKU-0006", "Page 1 of 1");
    try (PDDocument document = Loader.loadPDF(sheet)) {
      assertThat(document.getPage(0).getMediaBox().getHeight())
          .isEqualTo(paper == PrintForm.A4 ? 841.8898f : 792f);
    }
    var page = PdfPictures.picture(sheet, 300);
    var lower = page.getSubimage(0, page.getHeight() - 1300, page.getWidth(), 1300);
    assertThat(PdfPictures.scanned(lower)).isEqualTo(Samples.TRACKING);
    var upper = page.getSubimage(0, 0, page.getWidth(), 700);
    assertThat(PdfPictures.scanned(upper)).isEqualTo("SHP-6633");
  }

  @Test
  void aSlipOfFortyLinesGoesOnWithoutTouchingTheLabel() throws Exception {
    byte[] sheets = documents.slipWithLabels(slip(40), PrintForm.LETTER, List.of(label));
    assertThat(PdfPictures.pages(sheets)).isEqualTo(2);
    assertThat(PdfPictures.page(sheets, 1)).contains("SKU-0001", "Page 1 of 2");
    assertThat(PdfPictures.page(sheets, 2)).contains("SKU-0040", "Page 2 of 2");
  }

  @Test
  void everyFurtherParcelHasItsLabelOnASheetOfItsOwn() throws Exception {
    byte[] second = documents.label(Samples.label("SECOND-2", Samples.TO, false)).pdf();
    byte[] sheets = documents.slipWithLabels(slip(3), PrintForm.A4, List.of(label, second));
    assertThat(PdfPictures.pages(sheets)).isEqualTo(2);
    assertThat(PdfPictures.page(sheets, 2)).doesNotContain("Packing slip");
    byte[] alone =
        CarrierPapers.changed(sheets, document -> document.removePage(document.getPage(0)));
    assertThat(PdfPictures.scanned(alone, 203)).isEqualTo("SECOND-2");
  }

  @Test
  void theSameSheetIsTheSameFile() {
    assertThat(documents.slipWithLabels(slip(3), PrintForm.A4, List.of(label)))
        .isEqualTo(documents.slipWithLabels(slip(3), PrintForm.A4, List.of(label)));
  }

  private static SlipContent slip(int lines) {
    return Samples.slip(Samples.lines(lines), null, null);
  }
}
