package dev.cutoff.plan.application;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Another way for an order, beside those that go from what is on the shelves now: it waits for
 * units that are inbound, or it would have been parted from them.
 *
 * @param waitsUntil the day from which on the units are there; null where it does not wait
 * @param chosen whether it is what is done
 * @param why it is, or is not; empty where its chance or its cost says it
 */
public record Alternative(Plan plan, @Nullable LocalDate waitsUntil, boolean chosen, String why) {}
