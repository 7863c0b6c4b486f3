package dev.cutoff.carrier.application;

/** Whether a courier comes. */
public sealed interface PickupAnswer {
  record Booked(String confirmation) implements PickupAnswer {}

  record Refused(String why) implements PickupAnswer {}

  /** It comes by itself every pickup day, or this provider can't book it. */
  record NotBookable() implements PickupAnswer {}
}
