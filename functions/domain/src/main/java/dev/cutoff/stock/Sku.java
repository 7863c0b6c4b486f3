package dev.cutoff.stock;

import java.util.Optional;

/** A stock keeping unit: 1 to 64 printable characters without a space at either end. */
public record Sku(String value) implements Comparable<Sku> {
  private static final String FORM = "[^\\s\\p{Cntrl}]([^\\p{Cntrl}]{0,62}[^\\s\\p{Cntrl}])?";

  public Sku {
    if (!value.matches(FORM)) {
      throw new IllegalArgumentException("not a SKU: '" + value + "'");
    }
  }

  /** A SKU as somebody sent it; empty where it can't be one. */
  public static Optional<Sku> read(String sent) {
    return sent.matches(FORM) ? Optional.of(new Sku(sent)) : Optional.empty();
  }

  @Override
  public int compareTo(Sku other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
