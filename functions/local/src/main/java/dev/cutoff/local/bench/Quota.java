package dev.cutoff.local.bench;

import java.io.PrintStream;
import java.util.List;

/**
 * What Step Functions allows an account and region by default, in the three regions where it allows
 * most (US East in Virginia, US West in Oregon, Europe in Ireland), from its documentation. All can
 * be raised on request; reservations are not what binds before they are.
 *
 * @param atOnce size of the bucket
 * @param aSecond how fast it fills
 * @param anOrder how many an order on the hot path takes
 */
record Quota(String name, int atOnce, int aSecond, int anOrder) {
  static final List<Quota> DEFAULTS =
      List.of(
          new Quota("StartExecution", 1_300, 300, 1),
          new Quota("StateTransition, Standard", 5_000, 5_000, 8),
          new Quota("SendTaskSuccess", 3_000, 500, 1));

  static void print(PrintStream out) {
    out.println("Step Functions' own default quotas, which bind long before:");
    for (Quota quota : DEFAULTS) {
      out.printf(
          "  %-26s %,6d at once, then %,6d/s; %d an order: %,4d orders/s%n",
          quota.name, quota.atOnce, quota.aSecond, quota.anOrder, quota.aSecond / quota.anOrder);
    }
  }
}
