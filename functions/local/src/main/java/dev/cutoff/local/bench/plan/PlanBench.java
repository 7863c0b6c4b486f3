package dev.cutoff.local.bench.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.local.Options;
import dev.cutoff.plan.Search;
import dev.cutoff.plan.Split;
import dev.cutoff.plan.Way;
import dev.cutoff.plan.application.Origin;
import dev.cutoff.plan.application.PackedParts;
import dev.cutoff.plan.application.PricedWays;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * The planner on seeded orders: beside a search that tries everything, beside what order routers
 * and rate shoppers do, and on large orders against its own bound.
 */
public final class PlanBench {
  private static final int ORDERS = 10_000;
  private static final int LARGE = 500;
  private static final int WARM_UP = 200;
  private static final double LEAST_CHANCE = 0.9;
  private static final double[] CHANCES = {0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98};
  private static final long SEED = 20_261_124;
  private static final Cases.Shape SMALL = new Cases.Shape(3, 4, 3, 6, 3);
  private static final Cases.Shape BIG = new Cases.Shape(8, 12, 8, 20, 4);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final PrintStream out;
  private final Tally nearest = new Tally("nearest node, then the cheapest rate");
  private final Tally fixed = new Tally("fixed node, then the cheapest rate");
  private final Tally ours = new Tally("Cutoff");
  private final List<Tally> frontier = new ArrayList<>();
  private final Calibration calibration = new Calibration();
  private int cases;
  private int dearer;
  private int waits;

  private PlanBench(PrintStream out) {
    this.out = out;
    for (double chance : CHANCES) {
      frontier.add(new Tally("Cutoff at a chance of %.2f or the surest".formatted(chance)));
    }
  }

  public static int run(Options options, PrintStream out) throws IOException {
    out.printf(
        "%d processors, Java %s, %s%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("os.name"));
    return new PlanBench(out).all(options);
  }

  private int all(Options options) throws IOException {
    int orders = options.number("--orders", ORDERS);
    small(orders);
    double savedNearest = saved(nearest);
    double savedFixed = saved(fixed);
    table(savedNearest, savedFixed);
    int many = options.number("--large", LARGE);
    double[] millis = new double[many];
    double[] gaps = new double[many];
    large(millis, gaps);
    Arrays.sort(millis);
    double p50 = millis[many / 2];
    double p99 = millis[(int) Math.ceil(many * 0.99) - 1];
    double gap = Arrays.stream(gaps).average().orElse(0);
    long proved = Arrays.stream(gaps).filter(each -> each == 0).count();
    out.printf(
        "large orders (8 nodes, 12 lines, 8 boxes, 20 services, 4 days): p50 %.1f ms, p99 %.1f ms; proved best %d of %d, mean gap to the bound %.2f %%%n",
        p50, p99, proved, many, gap);
    boolean ok = dearer == 0 && calibration.worstPct() <= 2 && savedNearest > 0 && savedFixed > 0;
    out.println(ok ? "ok" : "NOT OK");
    ObjectNode json = JSON.createObjectNode();
    json.put("name", "plan").put("ok", ok);
    json.putObject("figures")
        .put("cases", cases)
        .put("costlierThanExhaustive", dearer)
        .put("waitForInbound", waits)
        .put("p50Ms", p50)
        .put("p99Ms", p99)
        .put("savedVsNearestNodePct", savedNearest)
        .put("savedVsFixedNodePct", savedFixed)
        .put("promiseKeptPct", ours.keptPct())
        .put("calibrationErrorPct", calibration.worstPct())
        .put("gapToBoundPct", gap);
    ArrayNode rows = json.putArray("rows");
    for (Tally each : List.of(ours, nearest, fixed)) {
      rows.addObject()
          .put("name", each.name())
          .put("meanCostMinor", each.meanCost())
          .put("promiseKeptPct", each.keptPct())
          .put("splitPct", each.splitPct());
    }
    var file = options.path("--json");
    if (file.isPresent()) {
      Files.write(file.get(), JSON.writeValueAsBytes(json));
    }
    return ok ? 0 : 1;
  }

  private void small(int orders) {
    Lanes lanes = new Lanes(SEED);
    Random draws = new Random(SEED + 1);
    Cases source = new Cases(SEED, SMALL, lanes, LEAST_CHANCE);
    for (int i = 1; i <= orders; i++) {
      one(source.next(), lanes, draws);
      if (i % 1_000 == 0) {
        out.printf("  %,d orders; costlier than the exhaustive search: %d%n", i, dearer);
      }
    }
  }

  private void one(Case of, Lanes lanes, Random draws) {
    PackedParts packed = of.packed();
    OptionalLong truth = Exhaustive.least(of, packed, LEAST_CHANCE);
    Optional<Choosing.Chosen> chosen = Choosing.of(of, packed, LEAST_CHANCE, Case.LATE_COST);
    cases++;
    if (truth.isPresent() != chosen.isPresent()
        || (chosen.isPresent() && chosen.get().found().score() != truth.getAsLong())) {
      dearer++;
    }
    waits += chosen.filter(Choosing.Chosen::waits).isPresent() ? 1 : 0;
    Optional<Sent> router = Rivals.nearestNode(of, packed);
    Optional<Sent> shopper = Rivals.fixedNode(of, packed);
    if (chosen.isEmpty() || router.isEmpty() || shopper.isEmpty()) {
      return;
    }
    Sent plan = sent(of, chosen.get());
    ours.add(of, plan, lanes, draws);
    plan.legs().forEach(leg -> calibration.add(of, leg, lanes, draws));
    nearest.add(of, router.get(), lanes, draws);
    fixed.add(of, shopper.get(), lanes, draws);
    for (int i = 0; i < CHANCES.length; i++) {
      Sent at = Choosing.of(of, packed, CHANCES[i], 0).map(best -> sent(of, best)).orElse(plan);
      frontier.get(i).add(of, at, lanes, draws);
    }
  }

  static Sent sent(Case of, Choosing.Chosen chosen) {
    PricedWays ways = chosen.ways();
    Search.Found found = chosen.found();
    List<Sent.Leg> legs = new ArrayList<>();
    for (int i = 0; i < found.ways().size(); i++) {
      Split.Leg leg = found.split().legs().get(i);
      Way way = found.ways().get(i);
      Origin from = ways.origins().get(leg.node());
      legs.add(
          new Sent.Leg(
              from,
              from.offers().get(way.offer()),
              ways.packings(leg.parts()).get(way.packing()),
              of.values()));
    }
    return new Sent(legs);
  }

  /** What we save where we keep as many promises as the rival does, between two of our rows. */
  private double saved(Tally rival) {
    Tally below = frontier.getFirst();
    for (Tally each : frontier) {
      if (each.keptPct() >= rival.keptPct()) {
        double span = each.keptPct() - below.keptPct();
        double share = span <= 0 ? 0 : (rival.keptPct() - below.keptPct()) / span;
        double cost =
            below.keptPct() >= rival.keptPct()
                ? below.meanCost()
                : below.meanCost() + share * (each.meanCost() - below.meanCost());
        return 100 * (1 - cost / rival.meanCost());
      }
      below = each;
    }
    return 100 * (1 - below.meanCost() / rival.meanCost());
  }

  private void table(double savedNearest, double savedFixed) {
    out.printf("%n%-44s %10s %14s %8s%n", "", "mean cost", "promises kept", "split");
    List<Tally> rows = new ArrayList<>(List.of(nearest, fixed, ours));
    rows.addAll(frontier);
    for (Tally each : rows) {
      out.printf(
          "%-44s %10.2f %12.2f %% %6.1f %%%n",
          each.name(), each.meanCost() / 100, each.keptPct(), each.splitPct());
    }
    out.printf(
        "saved at equal promises kept: %.2f %% against the nearest node, %.2f %% against the fixed node%n",
        savedNearest, savedFixed);
    out.printf(
        "calibration: worst of %d lanes is %.2f points off; %d of %d orders costlier than the exhaustive search; %d wait for inbound units%n%n",
        calibration.measured(), calibration.worstPct(), dearer, cases, waits);
  }

  /** No input or output, one thread; every packing is made within the time. */
  private void large(double[] millis, double[] gaps) {
    Cases source = new Cases(SEED + 2, BIG, new Lanes(SEED + 2), LEAST_CHANCE);
    for (int i = -Math.min(WARM_UP, millis.length); i < millis.length; i++) {
      Case of = source.next();
      long start = System.nanoTime();
      Optional<Choosing.Chosen> chosen = Choosing.of(of, of.packed(), LEAST_CHANCE, Case.LATE_COST);
      double took = (System.nanoTime() - start) / 1e6;
      if (i >= 0) {
        millis[i] = took;
        gaps[i] =
            chosen
                .map(it -> 100.0 * (it.found().score() - it.bound()) / it.found().score())
                .orElse(0.0);
      }
    }
  }
}
