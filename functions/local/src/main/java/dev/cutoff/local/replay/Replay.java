package dev.cutoff.local.replay;

import dev.cutoff.adapter.calendar.HolidayCalendars;
import dev.cutoff.adapter.geo.Atlas;
import dev.cutoff.adapter.merchant.ChangedFile;
import dev.cutoff.adapter.packing.BoxPacking;
import dev.cutoff.local.Options;
import dev.cutoff.local.replay.Receipts.Decision;
import dev.cutoff.local.shop.MerchantBytes;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.plan.application.Circumstances;
import dev.cutoff.plan.application.LiveRates;
import dev.cutoff.plan.application.Planner;
import dev.cutoff.plan.application.Replaying;
import dev.cutoff.plan.application.Replaying.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./cutoff replay}: real receipts decided again by the same planner, with a carrier gone, a
 * cutoff moved or a rate changed. It reads documents alone, so that the shop may run meanwhile.
 */
public final class Replay {
  private static final int PROGRESS = 1_000;

  private Replay() {}

  public static int run(Path root, Options options, PrintStream out) throws IOException {
    List<String> changes = options.all("--change");
    if (changes.isEmpty()) {
      throw new Options.Wrong("say what changes with --change; " + ChangedFile.GRAMMAR);
    }
    Path config = options.path("--config").orElse(root.resolve("infra/merchant/merchant.json"));
    byte[] file = MerchantBytes.of(config);
    Merchant now = MerchantBytes.read(file, config.toString());
    Merchant then = changed(file, changes);
    Receipts receipts = Receipts.in(options.path("--orders").orElse(root.resolve(".cutoff/data")));
    Replaying replaying =
        new Replaying(
            new Planner(
                new Atlas(),
                new BoxPacking(),
                LiveRates.NONE,
                new HolidayCalendars(),
                Circumstances.NONE));
    Comparison comparison = new Comparison(changes, now, receipts);
    int done = 0;
    for (Decision decision : receipts.decisions()) {
      comparison.add(decision, decide(replaying, decision, now), decide(replaying, decision, then));
      if (++done % PROGRESS == 0) {
        System.err.printf("%,d of %,d decisions%n", done, receipts.decisions().size());
      }
    }
    comparison.print(out);
    var json = options.path("--json");
    if (json.isPresent()) {
      comparison.write(json.get());
    }
    return 0;
  }

  private static Outcome decide(Replaying replaying, Decision decision, Merchant merchant) {
    return replaying.decide(
        decision.receipt().inputs(), decision.receipt().promise().deliverBy(), merchant);
  }

  private static Merchant changed(byte[] file, List<String> changes) {
    try {
      return MerchantBytes.read(ChangedFile.of(file, changes), "after the change");
    } catch (ChangedFile.Wrong wrong) {
      throw new Options.Wrong(wrong.getMessage());
    }
  }
}
