package dev.cutoff.exception.application;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.OpenException.Addresses;
import dev.cutoff.geo.Address;
import dev.cutoff.order.AddressCheck;
import dev.cutoff.order.Order;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person's word on a ship-to address does to the order. */
final class AddressDecision {
  private AddressDecision() {}

  /** A choice between two addresses counts for those that were shown, and for no others. */
  static boolean stands(Order before, OpenException shown, Action action) {
    if (action != Action.ACCEPT && action != Action.OVERRIDE) {
      return true;
    }
    Addresses addresses = shown.addresses();
    return addresses != null
        && Optional.of(addresses.given()).equals(before.shipTo())
        && asked(before)
            .filter(check -> Objects.equals(check.proposed(), addresses.proposed()))
            .isPresent();
  }

  static void accept(Order before, Order.Change change) {
    AddressCheck check = asked(before).orElseThrow();
    shipTo(before, change, check.proposed());
    change.addressCheck(check.accepted());
  }

  static void override(Order before, Order.Change change, AddressCheck.Overruling word) {
    change.addressCheck(asked(before).orElseThrow().overridden(word));
  }

  static void shipTo(Order before, Order.Change change, @Nullable Address address) {
    change.correctedShipTo(address).replan(before.replan() || !before.openShipments().isEmpty());
  }

  /** The carrier may know by now what it did not know; a person's word stays. */
  static void askAgain(Order before, Order.Change change) {
    asked(before).flatMap(AddressCheck::refusal).ifPresent(refusal -> change.addressCheck(null));
  }

  private static Optional<AddressCheck> asked(Order before) {
    return Optional.ofNullable(before.addressCheck())
        .filter(check -> before.shipTo().filter(check::isOf).isPresent());
  }
}
