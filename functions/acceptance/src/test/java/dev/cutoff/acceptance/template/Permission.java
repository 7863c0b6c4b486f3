package dev.cutoff.acceptance.template;

/**
 * One action of one function on one thing.
 *
 * @param function as the state machine and the template call it: "Reserve"
 * @param action "dynamodb:GetItem"
 * @param resource as the template writes it: "OrdersTable.Arn", "${DocumentsBucket.Arn}/labels/*"
 */
record Permission(String function, String action, String resource)
    implements Comparable<Permission> {
  @Override
  public int compareTo(Permission other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return function + ": " + action + " on " + resource;
  }
}
