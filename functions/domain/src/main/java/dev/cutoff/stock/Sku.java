package dev.cutoff.stock;

/** A stock keeping unit: 1 to 64 printable characters without a space at either end. */
public record Sku(String value) implements Comparable<Sku> {
  public Sku {
    if (!value.matches("\\S(.{0,62}\\S)?")) {
      throw new IllegalArgumentException("not a SKU: '" + value + "'");
    }
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
