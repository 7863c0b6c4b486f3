package dev.cutoff.local.messaging;

/** How often, from 0 to 1, a delivery is repeated though it went well, and a batch is shuffled. */
public record Disorder(double duplicates, double shuffles) {

  public static final Disorder NONE = new Disorder(0, 0);
}
