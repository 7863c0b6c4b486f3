package dev.cutoff.merchant.application;

/** Values of secrets by the names that the merchant file holds. */
public interface Secrets {
  /**
   * The secret's value.
   *
   * @throws MissingSecret where there is none of that name
   */
  String value(String name);

  /** The merchant file names a secret that is not there: a mistake in the set-up. */
  final class MissingSecret extends SetupIncomplete {
    private static final long serialVersionUID = 1L;

    public MissingSecret(String name) {
      super("no secret named '" + name + "': add it to the secrets, see docs/operations");
    }
  }
}
