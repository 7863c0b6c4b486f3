package dev.cutoff.tracking.application;

import dev.cutoff.carrier.application.Capability;
import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierHealth.Operation;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.carrier.application.TrackAnswer;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.AskingAll.Answer;
import dev.cutoff.effect.application.AskingAll.Read;
import dev.cutoff.effect.application.Breaker;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.PollPace;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Asks carriers that send no scans by themselves where parcels are. What they answer goes the way
 * of all scans; a carrier that is silent too often in a row is left alone for a while.
 */
public final class PollingTracks {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Providers providers;
  private final AskingAll asking;
  private final CarrierHealth health;
  private final ApplyingScans applying;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public PollingTracks(
      Providers providers,
      AskingAll asking,
      CarrierHealth health,
      ApplyingScans applying,
      Merchants merchants,
      InstantSource clock) {
    this.providers = providers;
    this.asking = asking;
    this.health = health;
    this.applying = applying;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** Whether there is any carrier that has to be asked. */
  boolean isNeeded() {
    return merchants.current().carriers().values().stream()
        .anyMatch(carrier -> teller(carrier).isPresent());
  }

  /**
   * Asks for the parcels of an order whose turn it is.
   *
   * @param before when the round before this was
   * @param problems of what could not be asked or read is added
   * @return how many were asked for
   */
  int poll(Order order, Instant before, List<String> problems) {
    int asked = 0;
    for (Shipment shipment : order.openShipments()) {
      Optional<Instant> since = since(shipment);
      for (Parcel parcel : shipment.paidParcels()) {
        Optional<Carrier> carrier = carrier(parcel);
        if (since.isPresent() && carrier.isPresent() && isDue(parcel, since.get(), before)) {
          asked += ask(order, carrier.get(), parcel, problems) ? 1 : 0;
        }
      }
    }
    return asked;
  }

  private Optional<Carrier> carrier(Parcel parcel) {
    return Optional.ofNullable(merchants.current().carriers().get(parcel.plan().carrier()))
        .filter(carrier -> teller(carrier).isPresent());
  }

  private Optional<CarrierProvider> teller(Carrier carrier) {
    return carrier.tracking().polls()
        ? providers.find(carrier).filter(it -> it.can().contains(Capability.TRACK))
        : Optional.empty();
  }

  /** A label that nobody handed over may be on its way: the first scan is the hand-over. */
  private static Optional<Instant> since(Shipment shipment) {
    return switch (shipment) {
      case Shipment.Labelled labelled -> Optional.of(labelled.labelledAt());
      case Shipment.Shipped shipped -> Optional.of(shipped.handedOverAt());
      case Shipment.Delivered delivered -> Optional.empty();
      case Shipment.Reserved reserved -> Optional.empty();
      case Shipment.Planned planned -> Optional.empty();
      case Shipment.Cancelled cancelled -> Optional.empty();
    };
  }

  private boolean isDue(Parcel parcel, Instant since, Instant before) {
    return PollPace.isDue(
        parcel.plan().parcelId(),
        parcel.track(),
        since,
        merchants.current().rules().tracking().pollFor(),
        before,
        clock.instant());
  }

  private boolean ask(Order order, Carrier carrier, Parcel parcel, List<String> problems) {
    CarrierProvider provider = teller(carrier).orElseThrow();
    Breaker breaker = health.of(carrier.id(), Operation.TRACK).breaker();
    Breaker.Permit permit = breaker.ask(clock.instant());
    if (permit instanceof Breaker.Permit.Refused) {
      return false;
    }
    String number = parcel.trackingNumber();
    Answer<TrackAnswer> answer =
        asking
            .askReads(List.of(Read.once(() -> provider.track(carrier, number))), PATIENCE)
            .getFirst();
    switch (answer) {
      case Answer.Answered<TrackAnswer> answered -> {
        breaker.succeeded(permit);
        take(order, parcel, answered.value(), problems);
      }
      case Answer.TimedOut<TrackAnswer> late ->
          silent(breaker, permit, carrier, "no answer in time", false, problems);
      case Answer.Failed<TrackAnswer> failed -> {
        if (failed.cause() instanceof NoAnswer none) {
          silent(breaker, permit, carrier, none.told(), none.notLetIn(), problems);
        } else {
          // The message may hold what a stranger sent: the class says enough.
          String why = "failed: " + failed.cause().getClass().getSimpleName();
          silent(breaker, permit, carrier, why, false, problems);
        }
      }
    }
    return true;
  }

  private void take(Order order, Parcel parcel, TrackAnswer answer, List<String> problems) {
    switch (answer) {
      case TrackAnswer.Known known -> {
        known.problems().forEach(each -> problems.add(told(parcel, each)));
        if (!known.scans().isEmpty()) {
          applying
              .apply(order.id(), known.scans())
              .problems()
              .forEach(each -> problems.add(told(parcel, each)));
        }
      }
      // It has just got its label, or the carrier forgot it: silence is looked after elsewhere.
      case TrackAnswer.Unknown unknown -> {}
      case TrackAnswer.Cannot cannot -> {}
    }
  }

  private void silent(
      Breaker breaker,
      Breaker.Permit permit,
      Carrier carrier,
      String why,
      boolean atOnce,
      List<String> problems) {
    breaker.failed(permit, clock.instant(), why, atOnce);
    problems.add(carrier.id() + ": " + why);
  }

  private static String told(Parcel parcel, String problem) {
    return parcel.plan().carrier() + " " + parcel.trackingNumber() + ": " + problem;
  }
}
