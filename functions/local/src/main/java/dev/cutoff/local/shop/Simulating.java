package dev.cutoff.local.shop;

import dev.cutoff.local.client.Client;
import dev.cutoff.local.courier.Couriers;
import dev.cutoff.local.courier.Pace;
import dev.cutoff.local.demo.Shopper;
import dev.cutoff.local.store.FakeStores;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * {@code ./cutoff up --simulate}: couriers that scan every parcel one step further every few
 * seconds, and, for the example shop, its two stores.
 */
final class Simulating {
  private static final int SECONDS = 5;
  private static final int SHOPPER_SECONDS = 20;

  /** Where the example's stores would listen. */
  private static final String EXAMPLE = "http://127.0.0.1:8480/";

  private final Client client;
  private final Merchant merchant;
  private final Map<String, String> secrets;
  private final Consumer<String> log;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  Simulating(Client client, Merchant merchant, Map<String, String> secrets, Consumer<String> log) {
    this.client = client;
    this.merchant = merchant;
    this.secrets = secrets;
    this.log = log;
  }

  void start() {
    List<Store> examples =
        merchant.stores().values().stream()
            .filter(store -> store.apiUrl().startsWith(EXAMPLE))
            .toList();
    if (!examples.isEmpty()) {
      FakeStores stores = FakeStores.start(URI.create(EXAMPLE).getPort(), Clock.systemUTC());
      examples.forEach(store -> open(stores, store));
      Shopper shopper = new Shopper(stores, client, Clock.systemUTC());
      every(
          SHOPPER_SECONDS,
          "the shopper could not order",
          () -> log.accept("a simulated shopper ordered: " + shopper.order()));
      log.accept(
          "the example's stores are simulated at %s, with an order each %d s"
              .formatted(EXAMPLE, SHOPPER_SECONDS));
    }
    Couriers couriers =
        new Couriers(client, this::secretOfCarrier, Pace.atOnce(), Clock.systemUTC());
    every(SECONDS, "couriers could not scan", () -> round(couriers));
    log.accept(
        "couriers are simulated: every parcel is scanned one step further each " + SECONDS + " s");
  }

  private void round(Couriers couriers) {
    int scans = couriers.scan();
    if (scans > 0) {
      log.accept("couriers made " + scans + " scans");
    }
  }

  private void every(int seconds, String failed, Runnable work) {
    Runnable guarded =
        () -> {
          try {
            work.run();
          } catch (RuntimeException nextTime) {
            // Thrown on, it would end the rounds for good.
            log.accept(failed + ": " + nextTime.getClass().getSimpleName());
          }
        };
    var _ = rounds.scheduleWithFixedDelay(guarded, seconds, seconds, TimeUnit.SECONDS);
  }

  private void open(FakeStores stores, Store store) {
    stores.open(store, secret(store.webhookSecretName()), secret(store.apiSecretName()));
  }

  private String secretOfCarrier(String carrierId) {
    Carrier carrier = Objects.requireNonNull(merchant.carriers().get(carrierId));
    return secret(carrier.secretName());
  }

  private String secret(String name) {
    return Objects.requireNonNull(secrets.get(name));
  }
}
