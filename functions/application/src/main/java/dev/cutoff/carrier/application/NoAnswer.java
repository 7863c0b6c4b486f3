package dev.cutoff.carrier.application;

/**
 * A carrier gave no answer that can be read. The words are ours alone, so that they may stand in a
 * receipt: what a stranger sent is not among them.
 */
public final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final String told;
  private final boolean notLetIn;

  private NoAnswer(String told, boolean notLetIn) {
    super(told);
    this.told = told;
    this.notLetIn = notLetIn;
  }

  /** By the status of an HTTP answer. */
  public static NoAnswer status(int status) {
    return status == UNAUTHORIZED || status == FORBIDDEN
        ? new NoAnswer("did not let us in (" + status + ")", true)
        : new NoAnswer("answered " + status, false);
  }

  /** What came is no answer to the question. */
  public static NoAnswer garbled() {
    return new NoAnswer("answered what nobody can read", false);
  }

  /** No connection, or it broke. */
  public static NoAnswer unreachable() {
    return new NoAnswer("can't be reached", false);
  }

  public String told() {
    return told;
  }

  /** Our key is wrong or was withdrawn: asking again changes nothing. */
  public boolean notLetIn() {
    return notLetIn;
  }
}
