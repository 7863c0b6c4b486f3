package dev.cutoff.acceptance.histories;

/**
 * One execution to be played on both engines.
 *
 * @param name names the order, and the execution with it
 */
record Scene(String name, Definition definition, Script script) {

  /** As an order's execution gets it: nothing else than id and attempt. */
  String input() {
    return "{\"orderId\":\"" + name + "\",\"attempt\":1}";
  }

  @Override
  public String toString() {
    return name;
  }
}
