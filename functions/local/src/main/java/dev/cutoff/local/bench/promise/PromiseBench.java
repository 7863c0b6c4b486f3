package dev.cutoff.local.bench.promise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.local.Options;
import dev.cutoff.local.bench.Scratch;
import dev.cutoff.local.client.Client;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long the answer of {@code GET /promise} takes, by real HTTP to the example shop: one customer
 * at a time, and several at once.
 */
public final class PromiseBench {
  private static final int RUNS = 5;
  private static final int QUESTIONS = 1_000;
  private static final int WARM_UP = 3_000;
  private static final long SEED = 20_261_124;
  private static final double MOST_P99_MS = 100;
  private static final List<Integer> AT_ONCE = List.of(1, 2, 4);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final PrintStream out;
  private final AskedShop shop;
  private final List<Asked> all = new ArrayList<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private String slowest = "";

  private PromiseBench(PrintStream out, AskedShop shop) {
    this.out = out;
    this.shop = shop;
  }

  public static int run(Path root, Options options, PrintStream out)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("cutoff-bench");
    try (AskedShop shop = AskedShop.open(root, folder)) {
      return new PromiseBench(out, shop).run(options);
    } finally {
      Scratch.delete(folder);
    }
  }

  private int run(Options options) throws IOException, InterruptedException {
    int runs = options.number("--runs", RUNS);
    int questions = options.number("--questions", QUESTIONS);
    out.printf(
        "GET /promise of the example shop; %d runs of %d questions; %d processors, Java %s, %s%n",
        runs,
        questions,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("os.name"));
    ask(1, WARM_UP, SEED);
    double unitsBefore = shop.readUnits();
    out.printf(
        "%-6s %8s %8s %8s %8s %12s %8s %8s %8s%n",
        "", "at once", "p50 ms", "p99 ms", "most ms", "one line p99", "kept", "late", "not");
    for (int run = 1; run <= runs; run++) {
      for (int atOnce : AT_ONCE) {
        Asked asked = ask(atOnce, questions, SEED + run);
        all.add(asked);
        out.printf(
            "run %-2d %8d %8.1f %8.1f %8.1f %12.1f %8d %8d %8d%n",
            run,
            atOnce,
            asked.p50(),
            asked.p99(),
            asked.quantile(1),
            asked.oneLineP99(),
            asked.kept(),
            asked.late(),
            asked.not());
      }
    }
    double units =
        (shop.readUnits() - unitsBefore)
            / all.stream().mapToInt(each -> each.millis().size()).sum();
    out.println("why not, in all: " + reasons);
    out.println("slowest of those asked alone: " + slowest);
    double worst = alone().stream().mapToDouble(Asked::p99).max().orElseThrow();
    boolean ok = worst <= MOST_P99_MS;
    out.printf(
        "one at a time: p50 %.1f ms, p99 %.1f ms in the median run and %.1f in the worst, of %.0f aimed at; %.1f read units a question: %s%n",
        median(alone(), false),
        median(alone(), true),
        worst,
        MOST_P99_MS,
        units,
        ok ? "ok" : "NOT OK");
    var file = options.path("--json");
    if (file.isPresent()) {
      Files.write(file.get(), JSON.writeValueAsBytes(json(ok, worst, units)));
    }
    return ok ? 0 : 1;
  }

  private List<Asked> alone() {
    return all.stream().filter(each -> each.atOnce() == 1).toList();
  }

  private static double median(List<Asked> of, boolean p99) {
    return Asked.median(of.stream().mapToDouble(p99 ? Asked::p99 : Asked::p50).toArray());
  }

  private ObjectNode json(boolean ok, double worst, double units) {
    ObjectNode json = JSON.createObjectNode();
    json.put("name", "promise").put("ok", ok);
    json.putObject("figures")
        .put("questions", alone().stream().mapToInt(each -> each.millis().size()).sum())
        .put("p50Ms", median(alone(), false))
        .put("p99Ms", median(alone(), true))
        .put("worstP99Ms", worst)
        .put("readUnits", units);
    ArrayNode rows = json.putArray("rows");
    for (Asked each : all) {
      rows.addObject()
          .put("atOnce", each.atOnce())
          .put("p50Ms", each.p50())
          .put("p99Ms", each.p99())
          .put("mostMs", each.quantile(1))
          .put("oneLineP99Ms", each.oneLineP99())
          .put("kept", each.kept())
          .put("late", each.late())
          .put("not", each.not());
    }
    return json;
  }

  private Asked ask(int atOnce, int questions, long seed) throws InterruptedException {
    Questions source = new Questions(shop.merchant(), seed);
    List<Callable<Reply>> calls = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      String question = source.next();
      calls.add(() -> reply(question));
    }
    List<Reply> replies = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(atOnce)) {
      for (Future<Reply> each : clients.invokeAll(calls)) {
        replies.add(each.get());
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
    if (atOnce == 1) {
      Reply most = replies.stream().max(Comparator.comparingDouble(Reply::millis)).orElseThrow();
      slowest = "%.0f ms, %s".formatted(most.millis(), most.question());
    }
    replies.stream()
        .filter(each -> each.outcome() == Outcome.NOT)
        .forEach(each -> reasons.merge(each.reason(), 1, Integer::sum));
    long not = replies.stream().filter(each -> each.outcome() == Outcome.NOT).count();
    long late = replies.stream().filter(each -> each.outcome() == Outcome.LATE).count();
    return new Asked(
        atOnce,
        replies.size() - late - not,
        late,
        not,
        replies.stream().map(Reply::millis).toList(),
        replies.stream()
            .filter(each -> each.question().split("&sku=", -1).length == 2)
            .map(Reply::millis)
            .toList());
  }

  private enum Outcome {
    KEPT,
    LATE,
    NOT
  }

  private record Reply(String question, double millis, Outcome outcome, String reason) {}

  private Reply reply(String question) {
    long start = System.nanoTime();
    Client.Answer answer = shop.client().get(question);
    double millis = (System.nanoTime() - start) / 1e6;
    if (answer.status() != 200) {
      throw new IllegalStateException(question + " was answered " + answer.json());
    }
    JsonNode json = answer.json();
    if (!json.path("available").asBoolean()) {
      return new Reply(question, millis, Outcome.NOT, json.path("reason").asText());
    }
    return new Reply(question, millis, json.has("late") ? Outcome.LATE : Outcome.KEPT, "");
  }
}
