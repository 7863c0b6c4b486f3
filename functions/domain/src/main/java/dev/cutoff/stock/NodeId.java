package dev.cutoff.stock;

/** A stock location: warehouse, 3PL or store, as the merchant file names it. */
public record NodeId(String value) implements Comparable<NodeId> {
  public NodeId {
    if (!value.matches("[A-Z0-9][A-Z0-9-]{0,15}")) {
      throw new IllegalArgumentException("not a node id: '" + value + "'");
    }
  }

  @Override
  public int compareTo(NodeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
