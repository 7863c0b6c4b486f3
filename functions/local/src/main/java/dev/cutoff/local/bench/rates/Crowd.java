package dev.cutoff.local.bench.rates;

import dev.cutoff.adapter.asking.VirtualThreadsAsking;
import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Size;
import dev.cutoff.plan.application.AskingCarriers;
import dev.cutoff.plan.application.AskingCarriers.Answer;
import dev.cutoff.plan.application.AskingCarriers.Outcome;
import dev.cutoff.plan.application.AskingCarriers.Question;
import dev.cutoff.plan.application.KeptQuotes;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Some orders at once, wave after wave, ask all six carriers; the process knows nothing at first.
 */
final class Crowd {
  private final Merchant merchant;
  private final Duration deadline;
  private final FakeCarriers carriers;
  private final boolean hedged;

  Crowd(Merchant merchant, Duration deadline, FakeCarriers carriers, boolean hedged) {
    this.merchant = merchant;
    this.deadline = deadline;
    this.carriers = carriers;
    this.hedged = hedged;
  }

  /** The same, but every question once only. */
  private record Once(AskingAll asking) implements AskingAll {
    @Override
    public <T> List<AskingAll.Answer<T>> ask(List<Callable<T>> questions, Duration patience) {
      return asking.ask(questions, patience);
    }
  }

  private record Rated(double ms, List<Answer> answers) {}

  Waves run(int atOnce, int waves) throws InterruptedException, ExecutionException {
    AskingAll all = new VirtualThreadsAsking();
    List<Rated> rated = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build()) {
      HttpRates provider = new HttpRates(client, carriers);
      AskingCarriers asking =
          new AskingCarriers(
              new Providers(Set.of(provider)),
              hedged ? all : new Once(all),
              new CarrierHealth(),
              new KeptQuotes(new Remembered()),
              () -> merchant,
              Clock.systemUTC());
      for (int wave = 0; wave < waves; wave++) {
        List<Future<Rated>> running = new ArrayList<>();
        for (int order = 0; order < atOnce; order++) {
          running.add(threads.submit(() -> rate(asking)));
        }
        for (Future<Rated> one : running) {
          rated.add(one.get());
        }
      }
      client.shutdownNow();
      return waves(atOnce, rated, provider.calls());
    }
  }

  private Rated rate(AskingCarriers asking) {
    List<Question> questions =
        FakeCarriers.ALL.stream().map(id -> new Question(carrier(id), request())).toList();
    long start = System.nanoTime();
    List<Answer> answers = asking.ask(questions, deadline);
    return new Rated((System.nanoTime() - start) / 1e6, answers);
  }

  private Waves waves(int atOnce, List<Rated> rated, long calls) {
    List<Answer> answers = rated.stream().flatMap(each -> each.answers().stream()).toList();
    long skipped =
        answers.stream().filter(each -> each.told().startsWith("not asked before")).count();
    List<Answer> healthy =
        answers.stream()
            .filter(each -> FakeCarriers.HEALTHY.contains(each.question().carrier().id()))
            .toList();
    long inTime = healthy.stream().filter(each -> each.outcome() instanceof Outcome.Quoted).count();
    double[] ms = rated.stream().mapToDouble(Rated::ms).sorted().toArray();
    long first = answers.size() - skipped;
    return new Waves(
        atOnce,
        hedged,
        rated.size(),
        ms[ms.length / 2],
        ms[(int) Math.ceil(0.99 * ms.length) - 1],
        100.0 * inTime / healthy.size(),
        first,
        calls - first,
        skipped);
  }

  private Carrier carrier(String id) {
    Carrier like = merchant.carriers().values().iterator().next();
    return new Carrier(
        id,
        id,
        HttpRates.NAME,
        like.secretName(),
        like.pickupDays(),
        like.deliveryDays(),
        like.services());
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
}
