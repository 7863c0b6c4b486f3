package dev.cutoff.carrier.application;

/** What stands between Cutoff and those who speak to carriers: a watch, or an outage by script. */
@FunctionalInterface
public interface CarrierLine {
  /** Nothing. */
  CarrierLine DIRECT = provider -> provider;

  /** The provider behind it: the same name, the same abilities. */
  CarrierProvider to(CarrierProvider provider);
}
