package dev.cutoff.local.functions;

/** The death of the process, played: nothing but the top of a test catches it. */
public final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  public Crash(String where) {
    super(where);
  }
}
