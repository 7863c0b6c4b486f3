package dev.cutoff.plan.application;

import dev.cutoff.plan.ExtrasWanted;

/**
 * What a shipment wants beside carriage.
 *
 * @param value of its goods at the least, in minor units: rounded down, so that there are few
 */
public record ExtrasLevel(ExtrasWanted wanted, long value) {
  public static final ExtrasLevel NONE = new ExtrasLevel(ExtrasWanted.NONE, 0);
}
