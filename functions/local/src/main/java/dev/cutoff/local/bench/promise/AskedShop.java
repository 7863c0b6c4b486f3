package dev.cutoff.local.bench.promise;

import dev.cutoff.adapter.asking.VirtualThreadsAsking;
import dev.cutoff.local.client.Client;
import dev.cutoff.local.demo.ExampleShop;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.meter.Meter;
import dev.cutoff.local.meter.Use;
import dev.cutoff.local.shop.Folders;
import dev.cutoff.local.shop.LocalShop;
import dev.cutoff.local.shop.OpeningStock;
import dev.cutoff.local.shop.Setup;
import dev.cutoff.local.store.FakeStores;
import dev.cutoff.local.time.LiveScheduler;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.platform.RandomTokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The example shop with its opening stock, in memory, on the real clock, with a meter. */
final class AskedShop implements AutoCloseable {
  private final Meter meter;
  private final FakeStores stores;
  private final LocalShop shop;
  private final Client client;

  private AskedShop(Meter meter, FakeStores stores, LocalShop shop) {
    this.meter = meter;
    this.stores = stores;
    this.shop = shop;
    this.client =
        new Client(
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
            shop.address(),
            ExampleShop.API_TOKEN);
  }

  static AskedShop open(Path root, Path folder) throws IOException {
    ExampleShop example = ExampleShop.read(root);
    FakeStores stores = example.openStores(Clock.systemUTC());
    byte[] merchantFile = example.pointedAt(stores);
    Folders folders = new Folders(folder).make();
    Meter meter = new Meter(LocalShop.tables());
    LocalShop shop =
        LocalShop.open(
            new Setup(
                root,
                new LiveScheduler(failure -> System.err.println("failed: " + failure)),
                null,
                null,
                folders.mails(),
                () -> merchantFile,
                example::secrets,
                0,
                Duration.ofDays(1),
                new VirtualThreadsAsking(),
                new RandomTokens(),
                Tripwire.NONE,
                System.err::println),
            meter::handler);
    shop.start();
    AskedShop asked = new AskedShop(meter, stores, shop);
    OpeningStock.load(asked.client, shop.merchants().current());
    return asked;
  }

  Client client() {
    return client;
  }

  Merchant merchant() {
    return shop.merchants().current();
  }

  /** Read so far by the function that answers. */
  double readUnits() {
    return meter.usage().of((use, function) -> function.equals("Api")).total(Use.READ_UNITS);
  }

  @Override
  public void close() {
    shop.close();
    stores.close();
  }
}
