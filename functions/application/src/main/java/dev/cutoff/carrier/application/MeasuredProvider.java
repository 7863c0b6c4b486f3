package dev.cutoff.carrier.application;

import dev.cutoff.carrier.application.CarrierHealth.Operation;
import dev.cutoff.merchant.Carrier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Measures how long each question to a carrier took and whether it was answered. What a carrier
 * says no to is an answer. Where nobody else is asked there is nothing to measure.
 */
public final class MeasuredProvider extends AroundProvider {
  private final CarrierHealth health;
  private final InstantSource clock;

  public MeasuredProvider(CarrierProvider inner, CarrierHealth health, InstantSource clock) {
    super(inner);
    this.health = health;
    this.clock = clock;
  }

  @Override
  protected <T> T around(Carrier carrier, Operation operation, Supplier<T> question) {
    if (!isLive()) {
      return question.get();
    }
    Instant asked = clock.instant();
    try {
      T answer = question.get();
      health.answered(carrier.id(), operation, took(asked));
      return answer;
    } catch (NoAnswer none) {
      health.failed(carrier.id(), operation, took(asked), none.told(), clock.instant());
      throw none;
    } catch (RuntimeException failed) {
      // The message may hold what a stranger sent: the class says enough.
      String why = "failed: " + failed.getClass().getSimpleName();
      health.failed(carrier.id(), operation, took(asked), why, clock.instant());
      throw failed;
    }
  }

  private Duration took(Instant asked) {
    Duration took = Duration.between(asked, clock.instant());
    return took.isNegative() ? Duration.ZERO : took;
  }
}
