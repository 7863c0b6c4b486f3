package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.DockRules;
import dev.cutoff.merchant.NodeDock;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/** What the file says of packing and handing over; all of it may be left out. */
final class DockBinding {
  private static final int TONNE = 1_000_000;
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final DockRules PLAIN = DockRules.PLAIN;

  private DockBinding() {}

  static NodeDock node(Field node, String shippedAt) {
    return new NodeDock(
        shippedAt.equals("manifest"),
        node.find("label")
            .map(it -> Values.choice(it, List.of("release", "pack")).equals("pack"))
            .orElse(false),
        node.find("pickups")
            .map(it -> new TreeSet<>(it.each(Values::text).stream().map(Located::value).toList()))
            .orElseGet(TreeSet::new));
  }

  static DockRules rules(Field dock) {
    return new DockRules(
        dock.find("toleratedGrams")
            .map(it -> Values.whole(it, 0, TONNE))
            .orElse(PLAIN.toleratedGrams()),
        percent(dock, "toleratedPercent", PLAIN.toleratedPercent()),
        percent(dock, "mostExtraPercent", PLAIN.mostExtraPercent()),
        dock.find("whenLabelled")
            .map(it -> Values.choice(it, DockRules.WhenLabelled.values()))
            .orElse(PLAIN.whenLabelled()),
        dock.find("firstScanWithin")
            .map(it -> Values.durationUpTo(it, LONGEST))
            .orElse(PLAIN.firstScanWithin()));
  }

  private static int percent(Field dock, String name, int otherwise) {
    return dock.find(name).map(it -> (int) Values.whole(it, 0, 1_000)).orElse(otherwise);
  }
}
