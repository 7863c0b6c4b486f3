package dev.cutoff.merchant.application;

/**
 * Something that a person has to set up is missing or wrong: the merchant file, a secret. The
 * message says what to do, and holds no secret; nothing was taken or changed.
 */
public abstract class SetupIncomplete extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected SetupIncomplete(String whatToDo) {
    super(whatToDo);
  }
}
