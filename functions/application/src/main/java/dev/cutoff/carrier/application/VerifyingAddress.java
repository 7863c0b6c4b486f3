package dev.cutoff.carrier.application;

import dev.cutoff.carrier.application.CarrierHealth.Operation;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.AskingAll.Read;
import dev.cutoff.effect.application.Breaker;
import dev.cutoff.geo.Address;
import dev.cutoff.geo.Spelling;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Merchants;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks carriers whether they deliver to an address, one after the other under one deadline, until
 * one can say. That none can is an answer of its own and says nothing of the address.
 */
public final class VerifyingAddress {
  private final Providers providers;
  private final AskingAll asking;
  private final CarrierHealth health;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public VerifyingAddress(
      Providers providers,
      AskingAll asking,
      CarrierHealth health,
      Merchants merchants,
      InstantSource clock) {
    this.providers = providers;
    this.asking = asking;
    this.health = health;
    this.merchants = merchants;
    this.clock = clock;
  }

  /**
   * What was said, and who said it.
   *
   * @param carrier its id; "" where none could be asked
   */
  public record Verified(String carrier, AddressAnswer answer) {}

  /** Another spelling of the same place is a good address: nobody has to look at it. */
  public Verified verify(Address address, Duration within) {
    Instant until = clock.instant().plus(within);
    List<String> silent = new ArrayList<>();
    for (Carrier carrier : candidates()) {
      Duration left = Duration.between(clock.instant(), until);
      if (left.isNegative() || left.isZero()) {
        silent.add(carrier.id() + ": no time was left to ask");
        break;
      }
      AddressAnswer answer = ask(carrier, address, left);
      if (answer instanceof AddressAnswer.CouldNotAsk not) {
        silent.add(carrier.id() + ": " + not.why());
      } else {
        return new Verified(carrier.id(), answer);
      }
    }
    String why = silent.isEmpty() ? "no carrier verifies addresses" : String.join("; ", silent);
    return new Verified("", new AddressAnswer.CouldNotAsk(why));
  }

  /** By id; the shop's own rate cards only where nobody else can: they know no streets. */
  private List<Carrier> candidates() {
    List<Carrier> able =
        merchants.current().carriers().values().stream()
            .filter(carrier -> speaker(carrier).isPresent())
            .toList();
    List<Carrier> live =
        able.stream()
            .filter(carrier -> speaker(carrier).filter(CarrierProvider::isLive).isPresent())
            .toList();
    return live.isEmpty() ? able : live;
  }

  private Optional<CarrierProvider> speaker(Carrier carrier) {
    return providers
        .find(carrier)
        .filter(provider -> provider.can().contains(Capability.VERIFY_ADDRESS));
  }

  private AddressAnswer ask(Carrier carrier, Address address, Duration left) {
    CarrierProvider provider = speaker(carrier).orElseThrow();
    Breaker breaker = health.of(carrier.id(), Operation.VERIFY).breaker();
    Breaker.Permit permit = breaker.ask(clock.instant());
    if (permit instanceof Breaker.Permit.Refused refused) {
      return new AddressAnswer.CouldNotAsk(
          "not asked before %s: %s".formatted(refused.until(), refused.why()));
    }
    Read<AddressAnswer> read = Read.once(() -> provider.verify(carrier, address));
    AskingAll.Answer<AddressAnswer> answer = asking.askReads(List.of(read), left).getFirst();
    return switch (answer) {
      case AskingAll.Answer.Answered<AddressAnswer> answered -> {
        breaker.succeeded(permit);
        yield plain(address, answered.value());
      }
      case AskingAll.Answer.TimedOut<AddressAnswer> late ->
          silent(breaker, permit, "no answer within " + late.deadline().toMillis() + " ms", false);
      case AskingAll.Answer.Failed<AddressAnswer> failed ->
          failed.cause() instanceof NoAnswer none
              ? silent(breaker, permit, none.told(), none.notLetIn())
              // The message may hold what a stranger sent: the class says enough.
              : silent(
                  breaker, permit, "failed: " + failed.cause().getClass().getSimpleName(), false);
    };
  }

  private AddressAnswer silent(Breaker breaker, Breaker.Permit permit, String why, boolean atOnce) {
    breaker.failed(permit, clock.instant(), why, atOnce);
    return new AddressAnswer.CouldNotAsk(why);
  }

  private static AddressAnswer plain(Address asked, AddressAnswer answer) {
    return answer instanceof AddressAnswer.Corrected corrected
            && Spelling.same(asked, corrected.proposed())
        ? new AddressAnswer.Good()
        : answer;
  }
}
