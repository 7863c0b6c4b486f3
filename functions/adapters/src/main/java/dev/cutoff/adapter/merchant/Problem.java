package dev.cutoff.adapter.merchant;

/**
 * What is wrong in the merchant file, and where.
 *
 * @param line from 1
 * @param column from 1
 * @param field {@code items[4].weightGrams}; empty for the whole file
 * @param message what is wrong and what to do
 */
public record Problem(int line, int column, String field, String message) {
  /** As compilers say it: {@code merchant.json:123: items[4].weightGrams: …}. */
  public String display(String fileName) {
    return fileName + ":" + line + ": " + (field.isEmpty() ? "" : field + ": ") + message;
  }
}
