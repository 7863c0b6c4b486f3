package dev.cutoff.local.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.local.replay.Receipts.Decision;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.application.Plan;
import dev.cutoff.plan.application.Replaying.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What a change makes of all decisions, and of which. */
final class Comparison {
  private static final int MOST_SHOWN = 10;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final List<String> changes;
  private final Merchant merchant;
  private final Receipts receipts;
  private final Side before = new Side();
  private final Side after = new Side();
  private final List<Changed> changed = new ArrayList<>();
  private int asDecided;
  private int otherFile;
  private int comparable;

  /** An order that would go another way, or not at all. */
  private record Changed(String order, String before, String after, long difference) {}

  Comparison(List<String> changes, Merchant merchant, Receipts receipts) {
    this.changes = changes;
    this.merchant = merchant;
    this.receipts = receipts;
  }

  void add(Decision decision, Outcome now, Outcome then) {
    boolean both = now.plan().isPresent() && then.plan().isPresent();
    comparable += both ? 1 : 0;
    before.add(now, both);
    after.add(then, both);
    if (isAsDecided(decision, now)) {
      asDecided++;
    } else if (!decision.receipt().merchantVersion().equals(merchant.version())) {
      otherFile++;
    }
    if (!words(now).equals(words(then))) {
      long difference = both ? cost(then) - cost(now) : 0;
      changed.add(new Changed(decision.order(), words(now), words(then), difference));
    }
  }

  private static boolean isAsDecided(Decision decision, Outcome now) {
    List<String> nodes =
        decision.receipt().legs().stream()
            .map(Receipt.Leg::node)
            .map(node -> node.value())
            .sorted()
            .toList();
    return now.plan()
        .filter(plan -> plan.cost().amount() == decision.cost())
        .filter(plan ->
            plan.legs().stream().map(leg -> leg.node().value()).sorted().toList().equals(nodes))
        .isPresent();
  }

  private static long cost(Outcome outcome) {
    return outcome.plan().map(plan -> plan.cost().amount()).orElse(0L);
  }

  private static String words(Outcome outcome) {
    return outcome
        .plan()
        .map(plan -> words(plan) + (outcome.inTime() ? "" : ", late"))
        .orElse("no plan: " + outcome.why());
  }

  private static String words(Plan plan) {
    return plan.legs().stream()
            .map(leg ->
                "%s %s %s, hand-over %s"
                    .formatted(leg.node(), leg.carrier(), leg.service(), leg.day().date()))
            .collect(Collectors.joining(" + "))
        + ", "
        + plan.cost().display();
  }

  void print(PrintStream out) {
    int all = receipts.decisions().size();
    out.printf(
        "%,d decisions, %s to %s, decided again on rate cards%n",
        all,
        receipts.decisions().getFirst().receipt().decidedAt(),
        receipts.decisions().getLast().receipt().decidedAt());
    out.println(again(all));
    if (!receipts.unreadable().isEmpty()) {
      out.printf(
          "%,d files are no receipt of this version and were left out, such as %s%n",
          receipts.unreadable().size(), receipts.unreadable().getFirst());
    }
    out.println("change: " + String.join(", ", changes));
    out.println();
    out.printf("%-34s %14s %14s %14s%n", "", "as it is", "changed", "difference");
    row(out, "planned in time", before.inTime(), after.inTime());
    row(out, "late", before.late(), after.late());
    row(out, "no plan", before.none(), after.none());
    out.printf(
        "%-34s %12.1f %% %12.1f %% %+14.1f%n",
        "promises kept, expected",
        before.keptPct(),
        after.keptPct(),
        after.keptPct() - before.keptPct());
    row(out, "split orders", before.splits(), after.splits());
    long difference = after.cost() - before.cost();
    out.printf(
        "%-34s %14s %14s %14s%s%n",
        "cost of the %,d planned both ways".formatted(comparable),
        money(before.cost()),
        money(after.cost()),
        signed(difference),
        before.cost() == 0 ? "" : " (%+.1f %%)".formatted(100.0 * difference / before.cost()));
    out.println();
    printChanged(out);
  }

  /** Whether the replay can be trusted: under today's file it should come to what was decided. */
  private String again(int all) {
    if (asDecided == all) {
      return "under the merchant file as it is, all of them come out as they were decided";
    }
    return "under the merchant file as it is, %,d come out as they were decided and %,d do not: %,d of these were decided under another file"
        .formatted(asDecided, all - asDecided, otherFile);
  }

  private void printChanged(PrintStream out) {
    if (changed.isEmpty()) {
      out.println("No decision changes.");
      return;
    }
    changed.sort(
        Comparator.comparing((Changed each) -> !each.after().startsWith("no plan"))
            .thenComparing(Comparator.comparingLong(Changed::difference).reversed()));
    out.printf(
        "%,d decisions change%s:%n",
        changed.size(), changed.size() > MOST_SHOWN ? "; the dearest" : "");
    for (Changed each : changed.subList(0, Math.min(MOST_SHOWN, changed.size()))) {
      out.println("  " + each.order() + "  " + signed(each.difference()));
      out.println("    " + each.before());
      out.println("    -> " + each.after());
    }
  }

  private static void row(PrintStream out, String name, int one, int other) {
    out.printf("%-34s %,14d %,14d %+,14d%n", name, one, other, other - one);
  }

  private String money(long minor) {
    return Money.of(minor, merchant.currency()).display();
  }

  private String signed(long minor) {
    return (minor < 0 ? "-" : "+") + money(Math.abs(minor));
  }

  void write(Path file) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("decisions", receipts.decisions().size())
        .put("asDecided", asDecided)
        .put("unreadable", receipts.unreadable().size())
        .put("comparable", comparable)
        .put("currency", merchant.currency());
    ArrayNode said = json.putArray("changes");
    changes.forEach(said::add);
    side(json.putObject("before"), before);
    side(json.putObject("after"), after);
    ArrayNode orders = json.putArray("changed");
    for (Changed each : changed) {
      orders
          .addObject()
          .put("orderId", each.order())
          .put("before", each.before())
          .put("after", each.after())
          .put("differenceMinor", each.difference());
    }
    Files.write(file, JSON.writeValueAsBytes(json));
  }

  private static void side(ObjectNode json, Side side) {
    json.put("inTime", side.inTime())
        .put("late", side.late())
        .put("noPlan", side.none())
        .put("keptPct", side.keptPct())
        .put("splits", side.splits())
        .put("costMinor", side.cost());
  }
}
