package dev.cutoff.document.application;

import java.util.List;

/**
 * Brings documents that are kept into the form that a printer takes. The same ones give the same
 * bytes.
 */
public interface PrintSheets {
  /** A label as graphics for a thermal printer of 300 dpi, 1200 x 1800 dots, a page each; ASCII. */
  String zpl300(byte[] label);

  /** All pages of all files one after the other. */
  byte[] joined(List<byte[]> files);

  /**
   * The packing slip with the first label at the bottom of its first sheet, lying, and each further
   * label there on a sheet of its own.
   *
   * @param paper A4 or LETTER
   * @param labels of 288 x 432 pt, all their pages; at least one
   */
  byte[] slipWithLabels(SlipContent content, PrintForm paper, List<byte[]> labels);
}
