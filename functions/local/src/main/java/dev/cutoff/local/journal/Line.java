package dev.cutoff.local.journal;

import org.jspecify.annotations.Nullable;

/** A line of a book under its key; written without text, it is taken away. */
public record Line(String book, String key, @Nullable String text) {

  public static Line gone(String book, String key) {
    return new Line(book, key, null);
  }
}
