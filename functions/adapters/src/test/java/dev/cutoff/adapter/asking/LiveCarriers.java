package dev.cutoff.adapter.asking;

import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.application.AskingCarriers;
import dev.cutoff.plan.application.AskingCarriers.Answer;
import dev.cutoff.plan.application.AskingCarriers.Question;
import dev.cutoff.plan.application.KeptQuotes;
import dev.cutoff.plan.application.LastQuotes;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.FixedMerchants;
import dev.cutoff.testkit.ManualClock;
import dev.cutoff.testkit.Places;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Carriers behind a provider that does as it is told, and whoever asks them. */
final class LiveCarriers implements CarrierProvider {
  static final Duration DEADLINE = Duration.ofMillis(2_500);
  static final LocalDate DAY = LocalDate.parse("2026-11-24");

  final ManualClock clock = ManualClock.at("2026-11-24T15:00:00Z");
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final AskingCarriers asking;

  /** What one carrier does when it is asked. */
  @FunctionalInterface
  interface Script {
    RateAnswer answer(RateRequest request) throws InterruptedException;
  }

  LiveCarriers(AskingAll how, LastQuotes last) {
    asking =
        new AskingCarriers(
            new Providers(Set.of(this)),
            how,
            new CarrierHealth(),
            new KeptQuotes(last),
            new FixedMerchants(AMerchant.shop()),
            clock);
  }

  LiveCarriers does(String carrier, Script script) {
    scripts.put(carrier, script);
    return this;
  }

  LiveCarriers says(String carrier, Quote... quotes) {
    return does(carrier, request -> new RateAnswer.Rates(List.of(quotes)));
  }

  /** Its price for ground. */
  LiveCarriers charges(String carrier, long cents) {
    return says(carrier, quote(carrier, "ground", cents));
  }

  LiveCarriers throwing(String carrier, RuntimeException outage) {
    return does(
        carrier,
        request -> {
          throw outage;
        });
  }

  int calls(String carrier) {
    return calls.getOrDefault(carrier, new AtomicInteger()).get();
  }

  List<Answer> ask(String... carriers) {
    return ask(DEADLINE, carriers);
  }

  List<Answer> ask(Duration deadline, String... carriers) {
    return ask(deadline, oneParcel(DAY), carriers);
  }

  List<Answer> ask(Duration deadline, RateRequest request, String... carriers) {
    return asking.ask(
        List.of(carriers).stream().map(id -> new Question(carrier(id), request)).toList(),
        deadline);
  }

  static RateRequest oneParcel(LocalDate shipDate) {
    return request("90012", shipDate, 540);
  }

  static RateRequest request(String postcode, LocalDate shipDate, long... grams) {
    Address to =
        Address.of("Ada Example", null, "1 Main St", null, "Somewhere", "CA", postcode, "US", null);
    List<ParcelSpec> parcels =
        java.util.Arrays.stream(grams)
            .mapToObj(each -> new ParcelSpec(each, new Size(200, 100, 50)))
            .toList();
    return new RateRequest(Places.EAST, to, parcels, shipDate);
  }

  static Carrier carrier(String id) {
    Carrier card = Places.carrier(id, id, 900);
    return new Carrier(
        id,
        id,
        "live",
        id + "-tracking",
        card.pickupDays(),
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        card.services());
  }

  static Quote quote(String carrier, String service, long cents) {
    return quote(carrier, service, List.of(Money.of(cents, "USD")), DAY, DAY.plusDays(2));
  }

  static Quote quote(
      String carrier, String service, List<Money> prices, LocalDate ship, LocalDate delivery) {
    Money total = prices.stream().reduce(Money::plus).orElse(Money.zero("USD"));
    return new Quote(carrier, service, service, prices, total, List.of(), ship, delivery, 0.97);
  }

  @Override
  public String name() {
    return "live";
  }

  @Override
  public RateAnswer rates(Carrier carrier, RateRequest request) {
    calls.computeIfAbsent(carrier.id(), id -> new AtomicInteger()).incrementAndGet();
    Script script = scripts.get(carrier.id());
    if (script == null) {
      throw new IllegalStateException("nobody told " + carrier.id() + " what to say");
    }
    try {
      return script.answer(request);
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("given up", givenUp);
    }
  }

  @Override
  public LabelAnswer buy(Carrier carrier, LabelRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FindAnswer find(Carrier carrier, LabelRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public VoidAnswer voidLabel(Carrier carrier, String labelId) {
    throw new UnsupportedOperationException();
  }
}
