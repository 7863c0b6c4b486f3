package dev.cutoff.local.bench.rates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.cutoff.adapter.asking.VirtualThreadsAsking;
import dev.cutoff.adapter.carrier.CarrierHttp;
import dev.cutoff.adapter.carrier.karrio.KarrioProvider;
import dev.cutoff.adapter.document.CarrierLabels;
import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.merchant.CarrierLimits;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Size;
import dev.cutoff.plan.application.AskingCarriers;
import dev.cutoff.plan.application.AskingCarriers.Outcome;
import dev.cutoff.plan.application.AskingCarriers.Question;
import dev.cutoff.plan.application.KeptQuotes;
import dev.cutoff.testkit.PythonTools;
import dev.cutoff.testkit.karrio.KarrioServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The same Karrio, whose carrier "stuck" hangs for 30 s, asked in two ways: by Karrio's own rates
 * call for all its carriers, and by Cutoff for each of them.
 */
final class KarrioBeside {
  private static final List<String> ALL = List.of("north", "south", "stuck");
  private static final List<Integer> AT_ONCE = List.of(1, 4, 16);
  private static final int WAVES = 20;
  private static final long HANGS_MS = 30_000;
  private static final Duration PATIENT = Duration.ofMinutes(5);

  private final KarrioServer karrio;
  private final Merchant merchant;
  private final Duration deadline;

  private KarrioBeside(KarrioServer karrio, Merchant merchant, Duration deadline) {
    this.karrio = karrio;
    this.merchant = merchant;
    this.deadline = deadline;
  }

  /**
   * What came of it.
   *
   * @param asked "karrio" or "cutoff"
   * @param healthyPct of the carriers that do not hang, how many had a price in the answer
   */
  record Row(String asked, int atOnce, int orders, double p50Ms, double p99Ms, double healthyPct) {
    /** Karrio's own call is there to be compared with. */
    boolean inTime(Duration deadline, double mostOverMs) {
      return asked.equals("karrio") || p99Ms <= deadline.toMillis() + mostOverMs;
    }

    void tell(ObjectNode row) {
      row.put("asked", asked)
          .put("atOnce", atOnce)
          .put("orders", orders)
          .put("p50Ms", p50Ms)
          .put("p99Ms", p99Ms)
          .put("healthyInTimePct", healthyPct);
    }
  }

  private record Rated(double ms, long healthy) {}

  /** Nothing, and a line that says why, where there is no Karrio on this machine. */
  static List<Row> run(Path root, Merchant merchant, Duration deadline, PrintStream out)
      throws IOException, InterruptedException {
    Optional<String> missing = PythonTools.missing("karrio");
    if (missing.isPresent()) {
      out.println("beside Karrio: SKIPPED, " + missing.get());
      return List.of();
    }
    HttpServer stuck = stuck();
    try (KarrioServer karrio =
        KarrioServer.start(
            root,
            Path.of(PythonTools.folder()),
            Optional.of(address(stuck)),
            root.resolve(".cutoff/karrio.log"))) {
      return new KarrioBeside(karrio, merchant, deadline).both(out);
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    } finally {
      stuck.stop(0);
    }
  }

  private List<Row> both(PrintStream out) throws ExecutionException, InterruptedException {
    out.printf(
        "beside Karrio: one server with three carriers, one of them hangs for %d s%n",
        HANGS_MS / 1_000);
    List<Row> rows = new ArrayList<>();
    for (int atOnce : AT_ONCE) {
      rows.add(row("cutoff", atOnce, WAVES));
      rows.add(row("karrio", atOnce, 1));
    }
    for (Row row : rows) {
      out.printf(
          "%-8s %4d at once %,5d orders, p50 %,8.0f ms, p99 %,8.0f ms, healthy carriers priced"
              + " %6.2f %%%n",
          row.asked(), row.atOnce(), row.orders(), row.p50Ms(), row.p99Ms(), row.healthyPct());
    }
    return rows;
  }

  /** Each row knows nothing of its carriers at first. */
  private Row row(String asked, int atOnce, int waves)
      throws ExecutionException, InterruptedException {
    List<Rated> rated = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build()) {
      CarrierHttp http = new CarrierHttp(client, PATIENT);
      AskingCarriers asking = asking(http);
      Callable<Rated> one = asked.equals("cutoff") ? () -> ours(asking) : () -> theirs(http);
      for (int wave = 0; wave < waves; wave++) {
        List<Future<Rated>> running = new ArrayList<>();
        for (int order = 0; order < atOnce; order++) {
          running.add(threads.submit(one));
        }
        for (Future<Rated> each : running) {
          rated.add(each.get());
        }
      }
      client.shutdownNow();
    }
    double[] ms = rated.stream().mapToDouble(Rated::ms).sorted().toArray();
    long healthy = rated.stream().mapToLong(Rated::healthy).sum();
    return new Row(
        asked,
        atOnce,
        rated.size(),
        ms[ms.length / 2],
        ms[(int) Math.ceil(0.99 * ms.length) - 1],
        100.0 * healthy / (rated.size() * (ALL.size() - 1.0)));
  }

  private AskingCarriers asking(CarrierHttp http) {
    KarrioProvider provider =
        new KarrioProvider(http, name -> karrio.token(), new CarrierLabels(), Clock.systemUTC());
    return new AskingCarriers(
        new Providers(Set.of(provider)),
        new VirtualThreadsAsking(),
        new CarrierHealth(),
        new KeptQuotes(new Remembered()),
        () -> merchant,
        Clock.systemUTC());
  }

  private Rated ours(AskingCarriers asking) {
    List<Question> questions =
        ALL.stream().map(id -> new Question(carrier(id), request())).toList();
    long start = System.nanoTime();
    List<AskingCarriers.Answer> answers = asking.ask(questions, deadline);
    double ms = (System.nanoTime() - start) / 1e6;
    return new Rated(
        ms, answers.stream().filter(each -> each.outcome() instanceof Outcome.Quoted).count());
  }

  /** All carriers in one call, as a client of Karrio's asks. */
  private Rated theirs(CarrierHttp http) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ObjectNode body = json.objectNode();
    body.putObject("shipper").put("postal_code", "08817").put("country_code", "US");
    body.putObject("recipient").put("postal_code", "90012").put("country_code", "US");
    body.putArray("parcels")
        .addObject()
        .put("weight", 0.54)
        .put("weight_unit", "KG")
        .put("length", 33)
        .put("width", 23)
        .put("height", 8)
        .put("dimension_unit", "CM");
    long start = System.nanoTime();
    CarrierHttp.Answer answer =
        http.ask(
            "POST",
            URI.create(karrio.base() + "/v1/proxy/rates"),
            Map.of("Authorization", "Token " + karrio.token()),
            body);
    double ms = (System.nanoTime() - start) / 1e6;
    Set<String> priced = new java.util.TreeSet<>();
    answer.body().path("rates").forEach(rate -> priced.add(rate.path("carrier_id").asText()));
    return new Rated(ms, priced.stream().filter(each -> !each.equals("stuck")).count());
  }

  private Carrier carrier(String id) {
    Carrier like = merchant.carriers().values().iterator().next();
    Map<String, String> codes =
        Map.of(
            "north", "north_ground",
            "south", "south_saver",
            "stuck", "stuck_ground");
    return new Carrier(
        id,
        id,
        KarrioProvider.NAME,
        like.secretName(),
        like.pickupDays(),
        like.deliveryDays(),
        like.services(),
        CarrierLimits.NONE,
        new CarrierAccount(
            karrio.base().toString(),
            "karrio-token",
            id,
            Duration.ofMinutes(5),
            Duration.ofDays(28),
            Map.of(like.services().getFirst().id(), codes.getOrDefault(id, id))));
  }

  private RateRequest request() {
    Address to =
        Address.of("Somebody", null, "1 Main St", null, "Los Angeles", "CA", "90012", "US", null);
    return new RateRequest(
        merchant.nodes().values().iterator().next(),
        to,
        List.of(new ParcelSpec(540, new Size(330, 230, 80))),
        LocalDate.now(Clock.systemUTC()));
  }

  private static HttpServer stuck() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            Thread.sleep(HANGS_MS);
            exchange.sendResponseHeaders(204, -1);
          } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    return server;
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }
}
