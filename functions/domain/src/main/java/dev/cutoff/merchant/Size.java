package dev.cutoff.merchant;

/** Length, width and height in millimetres, each 0 or more. */
public record Size(int lengthMm, int widthMm, int heightMm) {
  public Size {
    if (lengthMm < 0 || widthMm < 0 || heightMm < 0) {
      throw new IllegalArgumentException("a size is not negative");
    }
  }

  public long cubicMm() {
    return (long) lengthMm * widthMm * heightMm;
  }

  public int longestMm() {
    return Math.max(lengthMm, Math.max(widthMm, heightMm));
  }
}
