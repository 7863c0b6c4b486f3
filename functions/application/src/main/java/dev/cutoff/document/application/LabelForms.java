package dev.cutoff.document.application;

/**
 * Makes of a label that a carrier sent the files that the printers here take. A carrier that has
 * several formats is best asked for PDF: every other form can be made of it, and of ZPL none.
 */
public interface LabelForms {
  /** What the carrier was asked for, and says it sent. */
  enum Format {
    PDF,
    PNG,
    ZPL
  }

  /** Files, or why there are none. */
  sealed interface Outcome {
    record Made(LabelFiles files) implements Outcome {}

    /** It is not what was asked for, is broken or cut off, encrypted, blank, or too large. */
    record Unprintable(String why) implements Outcome {}
  }

  Outcome of(Format format, byte[] document);
}
