package dev.cutoff.carrier.application;

import dev.cutoff.geo.Address;

/** What a carrier says of an address. That it could not be asked says nothing of the address. */
public sealed interface AddressAnswer {
  /** It delivers there, as it is written. */
  record Good() implements AddressAnswer {}

  /**
   * It would write it otherwise. Both are shown and nothing is changed silently.
   *
   * @param proposed name, company and phone as they were
   */
  record Corrected(Address proposed) implements AddressAnswer {}

  /** It knows no such place. */
  record Bad(String why) implements AddressAnswer {}

  /** No answer, or a provider that verifies none. */
  record CouldNotAsk(String why) implements AddressAnswer {}
}
