package dev.cutoff.adapter.carrier.karrio;

import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.document.application.LabelForms;
import java.nio.charset.StandardCharsets;

/** Documents that are told apart by how they begin. */
final class LabelPapers implements LabelForms {
  static byte[] pdf(String of) {
    return ("%PDF-1.4 label of " + of).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Outcome of(Format format, byte[] document) {
    String text = new String(document, StandardCharsets.ISO_8859_1);
    return text.startsWith("%PDF-")
        ? new Outcome.Made(new LabelFiles(document, "^XA" + text.hashCode() + "^XZ"))
        : new Outcome.Unprintable(format + " was asked for, and something else came");
  }
}
