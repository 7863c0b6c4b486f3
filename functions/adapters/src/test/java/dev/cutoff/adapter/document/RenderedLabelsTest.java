package dev.cutoff.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.document.application.PrintSheets;
import dev.cutoff.testkit.paper.PdfPictures;
import dev.cutoff.testkit.paper.ZplPictures;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RenderedLabelsTest {
  private final PrintSheets sheets = PrintedDocuments.load();

  @ParameterizedTest
  @ValueSource(
      strings = {Samples.TRACKING, "9400111899223197428490", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcd"})
  void aThreeHundredDotPrinterGetsALabelOfItsOwnDots(String tracking) throws Exception {
    byte[] label = PrintedDocuments.load().label(Samples.label(tracking, Samples.TO, false)).pdf();
    String zpl = sheets.zpl300(label);
    assertThat(zpl).startsWith("^XA^LH0,0^PON^PW1200^LL1800\n");
    assertThat(zpl.length()).isLessThan(120_000);
    assertThat(ZplPictures.scanned(zpl)).isEqualTo(tracking);
  }

  @Test
  void aWaveOfThreeHundredLabelsIsOneFileInItsOrder() throws Exception {
    byte[] label = CarrierPapers.label();
    byte[] other = PrintedDocuments.load().label(Samples.label("OTHER-1", Samples.TO, false)).pdf();
    List<byte[]> files = new java.util.ArrayList<>(Collections.nCopies(299, label));
    files.add(150, other);
    byte[] wave = sheets.joined(files);
    assertThat(PdfPictures.pages(wave)).isEqualTo(300);
    assertThat(PdfPictures.page(wave, 150)).contains(Samples.TRACKING);
    assertThat(PdfPictures.page(wave, 151)).contains("OTHER-1");
    assertThat(wave).isEqualTo(sheets.joined(files));
  }
}
