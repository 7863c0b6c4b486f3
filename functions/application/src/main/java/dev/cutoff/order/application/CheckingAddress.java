package dev.cutoff.order.application;

import dev.cutoff.carrier.application.AddressAnswer;
import dev.cutoff.carrier.application.VerifyingAddress;
import dev.cutoff.carrier.application.VerifyingAddress.Verified;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Refusal;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.AddressChecks;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.AddressCheck;
import dev.cutoff.order.AddressCheck.Verdict;
import dev.cutoff.order.Order;
import dev.cutoff.order.Screening;
import dev.cutoff.order.application.Changing.Decision;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Has a carrier look at the ship-to address of an order, where its store wants that. What it said
 * is on the order's row, so that it is asked once for each address. Where nobody could be asked the
 * order goes on and bears the mark.
 */
public final class CheckingAddress {
  private final VerifyingAddress verifying;
  private final Merchants merchants;
  private final Changing changing;
  private final InstantSource clock;

  @Inject
  public CheckingAddress(
      VerifyingAddress verifying, Merchants merchants, Changing changing, InstantSource clock) {
    this.verifying = verifying;
    this.merchants = merchants;
    this.changing = changing;
    this.clock = clock;
  }

  /** The order as it is now, and why a person has to look at its address. */
  record Checked(Order order, Optional<Refusal> refusal) {}

  Checked check(Order order) {
    Optional<Address> shipTo = order.shipTo();
    Optional<AddressChecks> wanted =
        merchants.current().store(order.document().storeId()).map(Store::addressChecks);
    if (shipTo.isEmpty()
        || !Screening.needsAddress(order.document())
        || wanted.filter(checks -> checks.concerns(shipTo.get().country())).isEmpty()
        || order.document().test()
        || order.anythingHandedOver()) {
      return new Checked(order, Optional.empty());
    }
    Order asked = known(order, shipTo.get()) ? order : ask(order, shipTo.get(), wanted.get());
    return new Checked(asked, Optional.ofNullable(asked.addressCheck()).flatMap(c -> c.refusal()));
  }

  /** An answer that never came is asked for again, as long as nothing was planned without it. */
  private static boolean known(Order order, Address shipTo) {
    AddressCheck check = order.addressCheck();
    return check != null
        && check.isOf(shipTo)
        && (check.verdict() != Verdict.COULD_NOT_ASK || !order.shipments().isEmpty());
  }

  private Order ask(Order order, Address shipTo, AddressChecks checks) {
    Verified verified = verifying.verify(shipTo, checks.within());
    AddressCheck check = kept(shipTo, verified, clock.instant());
    String speaker = verified.carrier().isEmpty() ? "cutoff" : verified.carrier();
    Order after =
        changing.change(
            order,
            before ->
                before.shipTo().filter(check::isOf).isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        new Decision(
                            change -> change.addressCheck(check),
                            speaker,
                            what(check.verdict()),
                            check.told())));
    if (after.shipTo().filter(check::isOf).isEmpty()) {
      throw new TryAgainLater("order " + order.id() + " got another address meanwhile");
    }
    return after;
  }

  private static AddressCheck kept(Address asked, Verified verified, Instant now) {
    String place = AddressCheck.placeOf(asked);
    String carrier = verified.carrier();
    return switch (verified.answer()) {
      case AddressAnswer.Good good ->
          new AddressCheck(place, Verdict.GOOD, carrier, "", null, now, null);
      case AddressAnswer.Corrected corrected ->
          new AddressCheck(
              place, Verdict.CORRECTED, carrier, "", whose(asked, corrected.proposed()), now, null);
      case AddressAnswer.Bad bad ->
          new AddressCheck(place, Verdict.BAD, carrier, bad.why(), null, now, null);
      case AddressAnswer.CouldNotAsk not ->
          new AddressCheck(place, Verdict.COULD_NOT_ASK, carrier, not.why(), null, now, null);
    };
  }

  /** A carrier knows places; who lives there the customer knows. */
  private static Address whose(Address asked, Address proposed) {
    return new Address(
        asked.name(),
        asked.company(),
        proposed.street1(),
        proposed.street2(),
        proposed.city(),
        proposed.region(),
        proposed.postcode(),
        proposed.country(),
        asked.phone());
  }

  private static String what(Verdict verdict) {
    return switch (verdict) {
      case GOOD -> "address verified";
      case CORRECTED -> "address known by another spelling or place";
      case BAD -> "address not found";
      case COULD_NOT_ASK -> "address not verified: nobody could be asked";
    };
  }
}
