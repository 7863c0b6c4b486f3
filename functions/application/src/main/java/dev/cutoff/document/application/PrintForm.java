package dev.cutoff.document.application;

import java.util.Arrays;
import java.util.Optional;

/** What a printer takes, as the one who prints names it. */
public enum PrintForm {
  /** Label paper of 4 x 6 inches, by a printer's driver. */
  PDF_4X6("pdf", "pdf"),
  /** A sheet with the packing slip above and the label to peel off below. */
  A4("a4", "pdf"),
  LETTER("letter", "pdf"),
  /** Sent to a thermal printer as it is. */
  ZPL_203("zpl203", "zpl"),
  ZPL_300("zpl300", "zpl");

  private final String wireName;
  private final String extension;

  PrintForm(String wireName, String extension) {
    this.wireName = wireName;
    this.extension = extension;
  }

  public static Optional<PrintForm> of(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(wireName)).findFirst();
  }

  public String wireName() {
    return wireName;
  }

  /** Of the file: pdf or zpl. */
  public String extension() {
    return extension;
  }

  /** Whether the packing slip is on the same paper. */
  public boolean withSlip() {
    return this == A4 || this == LETTER;
  }
}
