package dev.cutoff.carrier.application;

import dev.cutoff.carrier.application.CarrierHealth.Operation;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A provider around another one: every question to a carrier goes through one method. */
public abstract class AroundProvider implements CarrierProvider {
  private final CarrierProvider inner;

  protected AroundProvider(CarrierProvider inner) {
    this.inner = inner;
  }

  /** Asks, or does not; what the question throws is its answer as well. */
  protected abstract <T> T around(Carrier carrier, Operation operation, Supplier<T> question);

  @Override
  public final String name() {
    return inner.name();
  }

  @Override
  public boolean isLive() {
    return inner.isLive();
  }

  @Override
  public final Set<Capability> can() {
    return inner.can();
  }

  @Override
  public final RateAnswer rates(Carrier carrier, RateRequest request) {
    return around(carrier, Operation.RATES, () -> inner.rates(carrier, request));
  }

  @Override
  public final LabelAnswer buy(Carrier carrier, LabelRequest request) {
    return around(carrier, Operation.PURCHASE, () -> inner.buy(carrier, request));
  }

  @Override
  public final FindAnswer find(Carrier carrier, LabelRequest request) {
    return around(carrier, Operation.FIND, () -> inner.find(carrier, request));
  }

  @Override
  public final List<Sold> sold(Carrier carrier, LabelRequest request) {
    return around(carrier, Operation.FIND, () -> inner.sold(carrier, request));
  }

  @Override
  public final VoidAnswer voidLabel(Carrier carrier, String labelId) {
    return around(carrier, Operation.VOID, () -> inner.voidLabel(carrier, labelId));
  }

  @Override
  public final AddressAnswer verify(Carrier carrier, Address address) {
    return around(carrier, Operation.VERIFY, () -> inner.verify(carrier, address));
  }

  @Override
  public final TrackAnswer track(Carrier carrier, String trackingNumber) {
    return around(carrier, Operation.TRACK, () -> inner.track(carrier, trackingNumber));
  }

  @Override
  public final ManifestAnswer manifest(Carrier carrier, ManifestRequest request) {
    return around(carrier, Operation.MANIFEST, () -> inner.manifest(carrier, request));
  }

  @Override
  public final PickupAnswer bookPickup(Carrier carrier, PickupRequest request) {
    return around(carrier, Operation.PICKUP, () -> inner.bookPickup(carrier, request));
  }

  @Override
  public final Optional<Money> balance(Carrier carrier) {
    return around(carrier, Operation.BALANCE, () -> inner.balance(carrier));
  }
}
