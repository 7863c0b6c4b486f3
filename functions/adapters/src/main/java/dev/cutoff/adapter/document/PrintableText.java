package dev.cutoff.adapter.document;

import java.text.Normalizer;
import java.util.List;

/**
 * Makes foreign text fit for paper: composed, on one line, without anything that steers a printer
 * or a reader.
 */
final class PrintableText {

  private PrintableText() {}

  static String line(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(c -> {
          switch (Character.getType(c)) {
            case Character.CONTROL,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR,
                Character.SPACE_SEPARATOR ->
                kept.append(' ');
            // Direction overrides and joiners: invisible at best, misleading at worst.
            case Character.FORMAT -> {}
            // Variation selectors (emoji style and such) have no ink of their own.
            case Character.NON_SPACING_MARK -> {
              if (c < 0xFE00 || c > 0xFE0F) {
                kept.appendCodePoint(c);
              }
            }
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
                kept.append('\uFFFD');
            default -> kept.appendCodePoint(c);
          }
        });
    return kept.toString().strip().replaceAll(" {2,}", " ");
  }

  static List<String> lines(List<String> texts) {
    return texts.stream().map(PrintableText::line).filter(line -> !line.isEmpty()).toList();
  }

  /** Line breaks are kept, for what a person wrote as such. */
  static List<String> paragraphs(String text) {
    return text.strip().lines().map(PrintableText::line).toList();
  }
}
