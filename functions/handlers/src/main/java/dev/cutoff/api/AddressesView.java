package dev.cutoff.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cutoff.exception.OpenException;
import dev.cutoff.geo.Address;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The customer's address and the carrier's, for whom has to choose; not who lives there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AddressesView(AddressView given, @Nullable AddressView proposed) {

  record AddressView(
      String street1, String street2, String city, String region, String postcode, String country) {
    static AddressView of(Address address) {
      return new AddressView(
          address.street1(),
          address.street2(),
          address.city(),
          address.region(),
          address.postcode(),
          address.country());
    }
  }

  static AddressesView of(OpenException.Addresses addresses) {
    return new AddressesView(
        AddressView.of(addresses.given()),
        Optional.ofNullable(addresses.proposed()).map(AddressView::of).orElse(null));
  }
}
