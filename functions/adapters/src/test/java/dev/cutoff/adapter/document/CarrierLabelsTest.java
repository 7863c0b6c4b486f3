package dev.cutoff.adapter.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.document.application.LabelForms.Format;
import dev.cutoff.document.application.LabelForms.Outcome;
import dev.cutoff.testkit.paper.PdfPictures;
import dev.cutoff.testkit.paper.ZplPictures;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CarrierLabelsTest {
  private static final String ZPL =
      "^XA^CI28^FO50,50^BY3^BCN,200,N^FD1Z999AA10123456784^FS^FO50,300^FDZoë^FS^XZ";

  private final CarrierLabels labels = new CarrierLabels();

  @Test
  void aLabelOnFourBySixIsKeptByteByByteAndScansFromBothForms() throws Exception {
    byte[] pdf = CarrierPapers.label();
    LabelFiles files = made(Format.PDF, pdf);
    assertThat(files.pdf()).isEqualTo(pdf);
    scans(files);
    assertThat(files.zpl()).startsWith("^XA^LH0,0^PON^PW812^LL1218\n").isASCII();
    assertThat(files.zpl().length()).isLessThan(60_000);
  }

  @ParameterizedTest(name = "{0} x {1} points, at {2},{3}, quarter turns {4}, rotated by {5}")
  @CsvSource({
    "612, 792, 0, 360, 0, 0",
    "612, 792, 162, 180, 0, 180",
    "595.28, 841.89, 300, 0, 0, 90",
    "595.28, 841.89, 80, 520, -1, 0",
    "432, 288, 0, 288, -1, 0",
    "432, 288, 432, 0, 1, 0",
    "288, 486, 0, 54, 0, 0",
    "288, 432, 0, 0, 0, 270"
  })
  void aLabelOnOtherPaperIsBroughtOntoFourBySix(
      float width, float height, double x, double y, int turns, int rotation) throws Exception {
    AffineTransform where = AffineTransform.getTranslateInstance(x, y);
    where.quadrantRotate(turns);
    LabelFiles files =
        made(Format.PDF, CarrierPapers.on(new PDRectangle(width, height), where, rotation));
    scans(files);
    try (PDDocument label = Loader.loadPDF(files.pdf())) {
      assertThat(label.getNumberOfPages()).isOne();
      assertThat(label.getPage(0).getMediaBox().getWidth()).isEqualTo(288f);
      assertThat(label.getPage(0).getMediaBox().getHeight()).isEqualTo(432f);
    }
    assertThat(PdfPictures.text(files.pdf())).contains("Sam Example", "97205");
  }

  @Test
  void whatThePageHidesStaysHidden() throws Exception {
    byte[] cropped =
        CarrierPapers.changed(
            CarrierPapers.on(
                new PDRectangle(600, 900), AffineTransform.getTranslateInstance(250, 400), 0),
            document -> document.getPage(0).setCropBox(new PDRectangle(250, 400, 288, 432)));
    scans(made(Format.PDF, cropped));
  }

  @Test
  void aLabelTooLargeToStayReadableIsRefused() throws Exception {
    AffineTransform twice = AffineTransform.getScaleInstance(1.6, 1.6);
    assertThat(why(Format.PDF, CarrierPapers.on(new PDRectangle(600, 800), twice, 0)))
        .contains("inches large, and 4 x 6 are there");
    assertThat(why(Format.PDF, CarrierPapers.on(new PDRectangle(9000, 9000), twice, 0)))
        .isEqualTo("the page is larger than 24 inches");
  }

  @ParameterizedTest
  @ValueSource(ints = {203, 300})
  void aPictureBecomesAPageThatScans(int dpi) throws Exception {
    scans(made(Format.PNG, CarrierPapers.png(dpi, UnaryOperator.identity())));
    scans(made(Format.PNG, CarrierPapers.png(dpi, CarrierPapers::lying)));
    scans(made(Format.PNG, CarrierPapers.png(dpi, CarrierPapers::seenThrough)));
  }

  @Test
  void zplIsKeptAsItIsAndNoPictureOfItIsMadeUp() {
    LabelFiles files = made(Format.ZPL, ZPL.getBytes(UTF_8));
    assertThat(files.zpl()).isEqualTo(ZPL);
    assertThat(files.pdf()).isEmpty();
  }

  @Test
  void aLabelWithASecondPageIsTwoLabelsAndAnEmptyPageIsNone() throws Exception {
    byte[] two =
        CarrierPapers.changed(
            CarrierPapers.label(), document -> document.importPage(document.getPage(0)));
    assertThat(ZplPictures.labels(made(Format.PDF, two).zpl())).hasSize(2);
    assertThat(made(Format.PDF, two).pdf()).isEqualTo(two);
    byte[] trailing =
        CarrierPapers.changed(
            CarrierPapers.label(), document -> document.addPage(new PDPage(LabelPaper.SIZE)));
    LabelFiles one = made(Format.PDF, trailing);
    assertThat(PdfPictures.pages(one.pdf())).isOne();
    scans(one);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aLabelThatIsNotTheFormatAskedForIsNamedAsWhatItIs(Format asked) throws Exception {
    assertThat(why(asked, "<html><h1>503</h1></html>".getBytes(UTF_8)))
        .isEqualTo(asked + " was asked for, and a page or picture in HTML, SVG or XML came");
    assertThat(why(asked, "{\"error\":1}".getBytes(UTF_8))).endsWith("and JSON came");
    assertThat(why(asked, new byte[0])).endsWith("and nothing came");
    assertThat(why(asked, "GIF89a.......".getBytes(UTF_8))).endsWith("and a GIF came");
    assertThat(why(asked, new byte[3000])).endsWith("and something unknown came");
    if (asked != Format.PDF) {
      assertThat(why(asked, CarrierPapers.label())).endsWith("and a PDF came");
    }
    if (asked != Format.PNG) {
      assertThat(why(asked, CarrierPapers.png(203, UnaryOperator.identity())))
          .endsWith("and a PNG came");
    }
    if (asked != Format.ZPL) {
      assertThat(why(asked, ZPL.getBytes(UTF_8))).endsWith("and ZPL came");
    }
  }

  @Test
  void aLabelCutOffInTransferIsRefusedWhereverItWasCut() throws Exception {
    cutEverywhere(Format.PDF, CarrierPapers.label());
    cutEverywhere(Format.PNG, CarrierPapers.png(203, UnaryOperator.identity()));
    cutEverywhere(Format.ZPL, ZPL.getBytes(UTF_8));
  }

  @Test
  void aDamagedLabelIsRefusedOrPrintedAndNeverThrows() throws Exception {
    byte[] pdf = CarrierPapers.label();
    byte[] png = CarrierPapers.png(203, UnaryOperator.identity());
    for (int at = 20; at < 4000; at += 137) {
      byte[] bad = pdf.clone();
      Arrays.fill(bad, at * pdf.length / 4100, at * pdf.length / 4100 + 60, (byte) 'x');
      assertThat(labels.of(Format.PDF, bad)).isNotNull();
      byte[] worse = png.clone();
      Arrays.fill(worse, at * png.length / 4100, at * png.length / 4100 + 20, (byte) 'x');
      assertThat(labels.of(Format.PNG, worse)).isNotNull();
    }
  }

  @Test
  void anEncryptedLabelIsRefused() throws Exception {
    assertThat(why(Format.PDF, CarrierPapers.locked("secret"))).isEqualTo("the PDF is encrypted");
    assertThat(why(Format.PDF, CarrierPapers.locked(""))).isEqualTo("the PDF is encrypted");
  }

  @Test
  void aLabelWithoutPagesOrWithNothingOnThemIsRefused() throws Exception {
    assertThat(why(Format.PDF, CarrierPapers.empty(0))).isEqualTo("the PDF has 0 pages");
    assertThat(why(Format.PDF, CarrierPapers.empty(1))).isEqualTo("the label is blank");
    assertThat(why(Format.PDF, CarrierPapers.empty(11))).isEqualTo("the PDF has 11 pages");
    assertThat(
            why(
                Format.PNG,
                CarrierPapers.png(203, label -> CarrierPapers.filled(label, Color.WHITE))))
        .isEqualTo("the label is blank");
    assertThat(
            why(
                Format.PNG,
                CarrierPapers.png(203, label -> CarrierPapers.filled(label, Color.BLACK))))
        .isEqualTo("the label is black all over");
    assertThat(why(Format.ZPL, "^XA^PW812^XZ".getBytes(UTF_8))).isEqualTo("the label is blank");
  }

  @Test
  void theSameLabelGivesTheSameFiles() throws Exception {
    byte[] png = CarrierPapers.png(203, UnaryOperator.identity());
    assertThat(new CarrierLabels().of(Format.PNG, png)).isEqualTo(labels.of(Format.PNG, png));
  }

  private void cutEverywhere(Format format, byte[] whole) {
    for (int percent = 5; percent < 100; percent += 5) {
      byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
      assertThat(labels.of(format, cut))
          .as("%s after %s %%", format, percent)
          .isInstanceOf(Outcome.Unprintable.class);
    }
  }

  private static void scans(LabelFiles files) throws Exception {
    assertThat(PdfPictures.scanned(files.pdf(), 203)).isEqualTo(Samples.TRACKING);
    assertThat(ZplPictures.scanned(files.zpl())).isEqualTo(Samples.TRACKING);
  }

  private LabelFiles made(Format format, byte[] document) {
    return switch (labels.of(format, document)) {
      case Outcome.Made made -> made.files();
      case Outcome.Unprintable not -> throw new AssertionError(not.why());
    };
  }

  private String why(Format format, byte[] document) {
    return switch (labels.of(format, document)) {
      case Outcome.Made made -> "made";
      case Outcome.Unprintable not -> not.why();
    };
  }
}
