package dev.cutoff.audit.application;

/** Time for what is between two writes to arrive, before it is called a mistake. */
@FunctionalInterface
public interface Patience {
  /** Nobody else is at work. */
  Patience NONE = () -> {};

  void await();
}
