package dev.cutoff.order;

/** The store's prefix and the platform's order number: DTC-90412. Unique over all stores. */
public record OrderId(String value) implements Comparable<OrderId> {
  private static final int LONGEST = 64;

  public OrderId {
    if (!value.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException("not an order id: '" + value + "'");
    }
  }

  /** Reduces the platform's number ("#1001") to letters, digits, '_' and '-'. */
  public static OrderId of(String prefix, String orderNumber) {
    String whole = prefix + "-" + orderNumber.replaceAll("[^A-Za-z0-9_-]", "");
    return new OrderId(whole.substring(0, Math.min(whole.length(), LONGEST)));
  }

  /** The id to try when another order of the store already owns this one: DTC-90412-2. */
  public OrderId alternative(int number) {
    String suffix = "-" + number;
    return new OrderId(
        value.substring(0, Math.min(value.length(), LONGEST - suffix.length())) + suffix);
  }

  @Override
  public int compareTo(OrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
