package dev.cutoff.adapter.merchant;

/** Ends the reading of one element; {@link Field} catches it there and goes on with the next. */
final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Mistake mistake;

  Unusable(Mistake mistake) {
    super(mistake.message(), null, false, false);
    this.mistake = mistake;
  }

  Mistake mistake() {
    return mistake;
  }
}
