package dev.cutoff.world;

import dev.cutoff.carrier.application.Capability;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carriers that say what is left on their account, or are silent, and do nothing beside. */
final class ScriptedWallets implements CarrierProvider {
  private final Map<String, Long> cents = new HashMap<>();
  private final Set<String> silent = new HashSet<>();
  private final List<String> asked = new ArrayList<>();

  /** The carrier with an account here, to which that key lets in. */
  static Carrier paidBy(String key, Carrier carrier) {
    return new Carrier(
        carrier.id(),
        carrier.name(),
        "wallets",
        carrier.secretName(),
        carrier.pickupDays(),
        carrier.deliveryDays(),
        carrier.services(),
        carrier.limits(),
        new CarrierAccount(
            null, key, "no-" + carrier.id(), Duration.ZERO, Duration.ofDays(28), Map.of()));
  }

  void has(String carrier, long left) {
    cents.put(carrier, left);
    silent.remove(carrier);
  }

  void goesSilent(String carrier) {
    silent.add(carrier);
  }

  /** Who was asked, in turn. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public String name() {
    return "wallets";
  }

  @Override
  public Set<Capability> can() {
    return Set.of(Capability.BALANCE);
  }

  @Override
  public Optional<Money> balance(Carrier carrier) {
    asked.add(carrier.id());
    if (silent.contains(carrier.id())) {
      throw NoAnswer.unreachable();
    }
    Long left = cents.get(carrier.id());
    if (left == null) {
      throw new IllegalStateException("its key is missing");
    }
    return Optional.of(Money.of(left, "USD"));
  }

  @Override
  public RateAnswer rates(Carrier carrier, RateRequest request) {
    return new RateAnswer.NoRates("it has a wallet and no trucks");
  }

  @Override
  public LabelAnswer buy(Carrier carrier, LabelRequest request) {
    return new LabelAnswer.Refused("it has a wallet and no trucks");
  }

  @Override
  public FindAnswer find(Carrier carrier, LabelRequest request) {
    return new FindAnswer.NotBought();
  }

  @Override
  public VoidAnswer voidLabel(Carrier carrier, String labelId) {
    return new VoidAnswer.Voided();
  }
}
