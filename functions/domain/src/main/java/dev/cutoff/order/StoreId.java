package dev.cutoff.order;

/** One store front of the shop, as the merchant file names it. */
public record StoreId(String value) implements Comparable<StoreId> {
  public StoreId {
    if (!value.matches("[a-z0-9][a-z0-9-]{0,31}")) {
      throw new IllegalArgumentException("not a store id: '" + value + "'");
    }
  }

  @Override
  public int compareTo(StoreId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
