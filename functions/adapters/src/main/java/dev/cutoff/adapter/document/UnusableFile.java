package dev.cutoff.adapter.document;

/** A file of somebody else's that can't be printed; its message is ours and quotes nothing. */
final class UnusableFile extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableFile(String why) {
    super(why);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
