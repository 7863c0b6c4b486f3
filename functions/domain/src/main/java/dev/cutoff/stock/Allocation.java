package dev.cutoff.stock;

import java.util.List;

/** Which node serves how much of which lines; one entry a node, the nearest first. */
public record Allocation(List<AtNode> nodes) {
  public Allocation {
    nodes = List.copyOf(nodes);
  }

  /** What one node serves. */
  public record AtNode(NodeId node, List<Part> parts) {
    public AtNode {
      parts = List.copyOf(parts);
    }
  }

  /** Units of one line. */
  public record Part(Demand demand, long quantity) {}
}
