package dev.cutoff.local.engine;

import org.jspecify.annotations.Nullable;

/** Names of machines and executions as AWS writes them. */
public final class Arns {

  private static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:";
  private static final String EXECUTION = "arn:aws:states:us-east-1:000000000000:execution:";

  private Arns() {}

  public static String machine(String name) {
    return MACHINE + name;
  }

  public static String execution(String machine, String name) {
    return EXECUTION + machine + ":" + name;
  }

  static @Nullable String machineName(@Nullable String arn) {
    return arn != null && arn.startsWith(MACHINE) ? arn.substring(MACHINE.length()) : null;
  }

  /** The id of the row, or null where it is no execution's ARN of this account. */
  static @Nullable String executionId(@Nullable String arn) {
    if (arn == null || !arn.startsWith(EXECUTION)) {
      return null;
    }
    String rest = arn.substring(EXECUTION.length());
    int colon = rest.indexOf(':');
    return colon <= 0 || colon == rest.length() - 1
        ? null
        : Execution.id(rest.substring(0, colon), rest.substring(colon + 1));
  }
}
