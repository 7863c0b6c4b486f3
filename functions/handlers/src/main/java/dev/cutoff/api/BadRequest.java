package dev.cutoff.api;

import java.util.function.Supplier;

/** The caller's mistake, in words for the caller. */
final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadRequest(String message) {
    super(message, null, false, false);
  }

  /** A page, or the caller's mistake where the cursor is none that this list gave out. */
  static <T> T orBadCursor(Supplier<T> page) {
    try {
      return page.get();
    } catch (IllegalArgumentException notOurs) {
      throw new BadRequest("cursor is to be what the page before gave, and of the same list");
    }
  }
}
