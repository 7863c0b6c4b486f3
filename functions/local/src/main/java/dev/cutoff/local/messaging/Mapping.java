package dev.cutoff.local.messaging;

/** An event source mapping: the function that gets a queue's messages, in batches. */
public record Mapping(String queue, String function, int batchSize) {

  public Mapping {
    if (batchSize < 1 || batchSize > 10) {
      throw new IllegalArgumentException("A batch has 1 to 10 messages: " + queue);
    }
  }
}
