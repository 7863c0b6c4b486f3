package dev.cutoff.acceptance.histories;

import java.util.List;
import java.util.random.RandomGenerator;

/** Scripts by lot: errors where they can happen and where they cannot. */
final class Draw {
  private static final List<String> STEPS =
      List.of("Ingest", "Reserve", "RateShop", "Label", "Notify", "Compensate");
  private static final List<String> WAITING = List.of("AwaitPayment", "QueueForStock", "Hold");
  private static final List<String> NAMES =
      List.of(
          Errors.HELD,
          Errors.CANCELLED,
          Errors.CHANGED,
          Errors.UNPAID,
          Errors.QUEUED,
          Errors.TRY_AGAIN,
          Errors.EXHAUSTED,
          Errors.BUG);
  private static final int CALLS = 3;

  private Draw() {}

  static Script script(RandomGenerator dice) {
    Script script = Script.USUAL;
    for (String step : STEPS) {
      for (int call = 0; call < CALLS; call++) {
        script =
            script.and(
                step,
                dice.nextInt(3) > 0
                    ? new Act.Answers("{\"n\":" + dice.nextInt(10) + "}")
                    : Act.fails(name(dice)));
      }
    }
    for (String step : WAITING) {
      for (int call = 0; call < CALLS; call++) {
        script = script.and(step, dice.nextBoolean() ? Act.resolved() : Act.tokenFails(name(dice)));
      }
    }
    return script;
  }

  private static String name(RandomGenerator dice) {
    return NAMES.get(dice.nextInt(NAMES.size()));
  }
}
