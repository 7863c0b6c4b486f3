package dev.cutoff.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.document.application.LabelContent;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.testkit.paper.PdfPictures;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParcelLabelPdfTest {

  private final ShippingDocuments documents = PrintedDocuments.load();

  @Test
  void aLabelIsOnePageOfFourBySixInches() throws Exception {
    try (PDDocument label = Loader.loadPDF(documents.label(Samples.label(false)).pdf())) {
      assertThat(label.getNumberOfPages()).isEqualTo(1);
      assertThat(label.getPage(0).getMediaBox().getWidth()).isEqualTo(288f);
      assertThat(label.getPage(0).getMediaBox().getHeight()).isEqualTo(432f);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1Z999AA10123456784",
        "9400111899223197428490",
        "RA473124829DE",
        "swift-0000000000000000001",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcd"
      })
  void aScannerReadsTheTrackingNumber(String tracking) throws Exception {
    byte[] pdf = documents.label(Samples.label(tracking, Samples.TO, false)).pdf();
    assertThat(PdfPictures.scanned(pdf, 203)).isEqualTo(tracking);
    assertThat(PdfPictures.text(pdf)).contains(tracking);
  }

  @Test
  void aTestLabelSaysSoTwiceAndIsStillReadByAScanner() throws Exception {
    byte[] pdf = documents.label(Samples.label(true)).pdf();
    assertThat(PdfPictures.text(pdf)).contains("SAMPLE - VOID - NOT FOR SHIPPING");
    assertThat(PdfPictures.scanned(pdf, 203)).isEqualTo(Samples.TRACKING);
    assertThat(PdfPictures.text(documents.label(Samples.label(false)).pdf()))
        .doesNotContain("VOID");
  }

  @Test
  void everythingAPackerNeedsIsOnTheLabel() throws Exception {
    assertThat(PdfPictures.text(documents.label(Samples.label(false)).pdf()))
        .contains(Samples.FROM)
        .contains(Samples.TO)
        .contains("Swift Parcel", "GROUND", "PDX 7-04", "97205 US", "ZONE 8", "SIGNATURE REQUIRED")
        .contains("SHIP 23 NOV 2026", "1.25 KG / 2.8 LB", "PARCEL 1 OF 2", "DTC-90412", "SHP-6633");
  }

  @Test
  void namesOfAnyScriptSurvive() throws Exception {
    List<String> to =
        List.of(
            "Zoë Müller",
            "Łukasz Øster",
            "Ελληνικά",
            "ул. Примерная 7",
            "東京都千代田区",
            "서울특별시",
            "กรุงเทพ");
    assertThat(PdfPictures.text(documents.label(Samples.label("T1", to, false)).pdf()))
        .contains(to);
  }

  @Test
  void aCharacterNoFontHasIsSeenAsReplacedAndNotDropped() throws Exception {
    byte[] pdf = documents.label(Samples.label("T1", List.of("A 😀 B"), false)).pdf();
    assertThat(PdfPictures.text(pdf)).containsPattern("A\\s*(😀|\uFFFD)\\s*B");
    assertThat(new PixelSamples().inkOf("😀"))
        .isEqualTo(new PixelSamples().inkOf("\uFFFD"))
        .isPositive();
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    LabelContent content = Samples.label("T1", List.of("Zoë 東京"), true);
    assertThat(PrintedDocuments.load().label(content)).isEqualTo(documents.label(content));
    assertThat(documents.label(content)).isEqualTo(documents.label(content));
    assertThat(documents.label(Samples.label(false))).isNotEqualTo(documents.label(content));
  }

  @Test
  void fontsAreEmbeddedAndOnlyTheirUsedPart() throws Exception {
    byte[] pdf = documents.label(Samples.label("T1", List.of("Zoë 東京"), false)).pdf();
    assertThat(pdf.length).isLessThan(60_000);
    try (PDDocument label = Loader.loadPDF(pdf)) {
      for (var name : label.getPage(0).getResources().getFontNames()) {
        PDFont font = label.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
      }
    }
  }
}
