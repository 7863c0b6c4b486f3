package dev.cutoff.plan;

import java.util.List;

/**
 * What the search for a plan asks. Nodes are numbered from 0, parts of the order are the bits of a
 * number.
 */
public interface Ways {
  /** A score that none has. */
  long NEVER = Long.MAX_VALUE / 4;

  int nodes();

  /** How many parts the order has, 1 to 62. */
  int parts();

  /** Whether the node has all of these at once, and may send them. */
  boolean has(int node, long parts);

  /** Whether these are worth a shipment of their own beside others. */
  boolean worthOne(long parts);

  /**
   * No way to send these, or more, from the node scores less, with its {@link
   * Search.Limits#lateShare}; {@link #NEVER} where none can.
   */
  long atLeast(int node, long parts);

  /** The ways of which none is both better and surer than another, by score and by chance. */
  List<Way> of(int node, long parts);
}
