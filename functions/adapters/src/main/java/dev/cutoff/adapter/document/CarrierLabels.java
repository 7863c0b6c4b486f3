package dev.cutoff.adapter.document;

import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.document.application.LabelForms;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Labels that carriers drew, as files for the printers here. A PDF on 4 x 6 inches is kept byte by
 * byte, ZPL too; the other form is made from it. Threads wait for one another.
 */
public final class CarrierLabels implements LabelForms {
  /** As Base64 it still fits what a Lambda function may answer, 6 MB. */
  private static final int MOST_BYTES = 4 << 20;

  private static final int PDF_END_WITHIN = 1024;
  private static final Pattern ZPL_FIELD = Pattern.compile("\\^(FD|FV|GF|XG|IM|IL)");

  @Override
  public Outcome of(Format format, byte[] document) {
    FileKind kind = FileKind.of(document);
    if (!kind.name().equals(format.name())) {
      return new Outcome.Unprintable(
          "%s was asked for, and %s came".formatted(format, kind.words()));
    }
    if (document.length > MOST_BYTES) {
      return new Outcome.Unprintable(
          "the %s has %,d bytes, and %,d are the most"
              .formatted(format, document.length, MOST_BYTES));
    }
    try {
      return new Outcome.Made(
          switch (format) {
            case PDF -> ofPdf(document);
            case PNG -> ofPdf(PngPage.pdf(document));
            case ZPL -> ofZpl(document);
          });
    } catch (UnusableFile unusable) {
      return new Outcome.Unprintable(unusable.why());
    } catch (IOException | RuntimeException broken) {
      // Readers of files throw what they like at a broken one.
      return new Outcome.Unprintable("the %s is broken".formatted(format));
    }
  }

  private static LabelFiles ofPdf(byte[] pdf) throws UnusableFile, IOException {
    byte[] label = onLabelPaper(pdf);
    return new LabelFiles(label, RenderedLabels.zpl(label, (int) LabelLayout.DOTS_PER_INCH));
  }

  private static byte[] onLabelPaper(byte[] pdf) throws UnusableFile, IOException {
    int from = Math.max(0, pdf.length - PDF_END_WITHIN);
    String end = new String(pdf, from, pdf.length - from, StandardCharsets.ISO_8859_1);
    if (!end.contains("%%EOF")) {
      throw new UnusableFile("the PDF is cut off: its end is missing");
    }
    try (PDDocument source = Loader.loadPDF(pdf)) {
      if (source.isEncrypted()) {
        throw new UnusableFile("the PDF is encrypted");
      }
      synchronized (RenderedLabels.DRAWING) {
        OwnFonts.use();
        return LabelPaper.of(pdf, source);
      }
    } catch (InvalidPasswordException locked) {
      throw new UnusableFile("the PDF is encrypted");
    }
  }

  private static LabelFiles ofZpl(byte[] bytes) throws UnusableFile {
    String zpl;
    try {
      zpl = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException binary) {
      throw new UnusableFile("the ZPL holds bytes that are no text");
    }
    if (zpl.lastIndexOf("^XZ") < zpl.lastIndexOf("^XA")) {
      throw new UnusableFile("the ZPL is cut off: its end is missing");
    }
    if (!ZPL_FIELD.matcher(zpl).find()) {
      throw new UnusableFile("the label is blank");
    }
    return new LabelFiles(new byte[0], zpl);
  }
}
