package dev.cutoff.acceptance.histories;

import static dev.cutoff.acceptance.histories.Act.fails;
import static dev.cutoff.acceptance.histories.Act.heldFor;
import static dev.cutoff.acceptance.histories.Act.resolved;
import static dev.cutoff.acceptance.histories.Act.tokenFails;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What can become of an order, as scenes of the real definition. */
final class Scenes {
  private static final List<String> STEPS =
      List.of("Ingest", "Reserve", "RateShop", "Label", "Notify");
  private static final Act LEFT = new Act.TokenIsLeft();

  private final List<Scene> scenes = new ArrayList<>();

  private Scenes() {}

  static List<Scene> ofTheOrder() {
    Scenes all = new Scenes();
    // The longest first.
    all.limits();
    all.everyStep();
    all.payment();
    all.queue();
    all.changes();
    all.retries();
    all.holds();
    return all.scenes;
  }

  /** Scripts that nobody would think of; equal seeds, equal scripts. */
  static Scene drawn(long seed) {
    return new Scene("seed-" + seed, Definition.ORDER, Draw.script(new Random(seed)));
  }

  private void everyStep() {
    order("all-is-well", Script.USUAL);
    for (String step : STEPS) {
      String name = step.toLowerCase(Locale.ROOT);
      order("held-in-" + name, Script.of(step, heldFor("a person must look")));
      order("cancelled-in-" + name, Script.of(step, fails(Errors.CANCELLED)));
      order("bug-in-" + name, Script.of(step, new Act.Fails(Errors.BUG, "said \"no\" – ✗")));
      order("tried-again-in-" + name, Script.of(step, again(2)));
    }
  }

  private void payment() {
    Script unpaid = Script.of("Reserve", fails(Errors.UNPAID));
    order("paid-later", unpaid.and("AwaitPayment", resolved()));
    order("never-paid", unpaid.and("AwaitPayment", tokenFails(Errors.CANCELLED)));
    order("payment-broken", unpaid.and("AwaitPayment", tokenFails("Payment.Gone")));
    order("payment-asked-again", unpaid.and("AwaitPayment", tokenFails(Errors.TRY_AGAIN)));
    order(
        "paid-in-the-last-second",
        unpaid
            .and("AwaitPayment", tokenFails(Errors.CANCELLED))
            .and("Compensate", fails(Errors.CHANGED)));
  }

  private void queue() {
    Script hot = Script.of("Reserve", fails(Errors.QUEUED));
    order("queued-and-served", hot);
    order("queued-and-short", hot.and("Reserve", heldFor("OUT_OF_STOCK")));
    order("queued-unpaid-and-paid", hot.and("Reserve", fails(Errors.UNPAID)));
    order("queue-broken", hot.and("QueueForStock", tokenFails(Errors.BUG)));
    order("queue-tried-again", hot.and("QueueForStock", tokenFails(Errors.TRY_AGAIN)));
    order("changed-after-the-queue", hot.and("Label", fails(Errors.CHANGED)));
  }

  private void changes() {
    order("changed-at-label", Script.of("Label", fails(Errors.CHANGED)));
    order("changed-twice", Script.of("Label", fails(Errors.CHANGED), fails(Errors.CHANGED)));
    order("overtaken", Script.of("Label", fails(Errors.OVERTAKEN)));
    order(
        "remorse-is-over",
        Script.of("RateShop", new Act.Answers("{\"remorseUntil\":\"2026-11-23T19:27:10Z\"}")));
    Script cancelled = Script.of("Label", fails(Errors.CANCELLED));
    order("bug-in-compensate", cancelled.and("Compensate", fails(Errors.BUG)));
    order("compensate-tried-again", cancelled.and("Compensate", again(1)));
  }

  private void retries() {
    order("retries-exhausted", Script.of("RateShop", again(6)));
    order("five-retries-are-enough", Script.of("RateShop", again(5)));
    order(
        "each-visit-counts-anew",
        Script.of("Label", again(3)).and("Label", fails(Errors.CHANGED)).and("Label", again(5)));
    order(
        "unknown-error-after-a-retry",
        Script.of("Notify", again(1)).and("Notify", fails(Errors.BUG)));
  }

  private void holds() {
    Script held = Script.of("Reserve", heldFor("OUT_OF_STOCK"));
    order("hold-cancelled", held.and("Hold", tokenFails(Errors.CANCELLED)));
    order("hold-exhausted", held.and("Hold", tokenFails(Errors.EXHAUSTED)));
    order("hold-broken-then-resolved", held.and("Hold", tokenFails(Errors.BUG), resolved()));
    order("hold-tried-again", held.and("Hold", tokenFails(Errors.TRY_AGAIN), resolved()));
    order("held-twice", Script.of("Reserve", heldFor("one"), heldFor("two")));
    order(
        "held-for-a-bug-of-compensate",
        held.and("Hold", tokenFails(Errors.CANCELLED)).and("Compensate", fails(Errors.BUG)));
  }

  private void limits() {
    Script held = Script.of("Reserve", heldFor("OUT_OF_STOCK"));
    impatient("escalated-once", held.and("Hold", LEFT, resolved()));
    impatient("escalated-thrice", held.and("Hold", LEFT, LEFT, LEFT, tokenFails(Errors.EXHAUSTED)));
    impatient(
        "nobody-serves-the-queue",
        Script.of("Reserve", fails(Errors.QUEUED)).and("QueueForStock", LEFT));
    impatient(
        "unpaid-for-too-long",
        Script.of("Reserve", fails(Errors.UNPAID)).and("AwaitPayment", LEFT));
    impatient(
        "rates-too-slow-once",
        Script.of("RateShop", new Act.Takes(Duration.ofSeconds(6), "\"late\"")));
  }

  private static Act[] again(int times) {
    Act[] acts = new Act[times];
    java.util.Arrays.fill(acts, fails(Errors.TRY_AGAIN));
    return acts;
  }

  private void order(String name, Script script) {
    scenes.add(new Scene(name, Definition.ORDER, script));
  }

  private void impatient(String name, Script script) {
    scenes.add(new Scene(name, Definition.IMPATIENT, script));
  }
}
