package dev.cutoff.merchant;

import java.time.Duration;
import java.util.Set;

/**
 * What a broken promise asks for.
 *
 * @param consentIn countries whose law asks for the customer's consent to a second delay: an order
 *     to one of them is cancelled where none came
 * @param consentWithin how long at least a customer has to answer
 */
public record PromiseRules(Set<String> consentIn, Duration consentWithin) {
  public static final PromiseRules PLAIN = new PromiseRules(Set.of("US"), Duration.ofDays(2));

  public PromiseRules {
    consentIn = Set.copyOf(consentIn);
  }
}
