package dev.cutoff.local.demo;

import dev.cutoff.adapter.asking.OneByOneAsking;
import dev.cutoff.local.Options;
import dev.cutoff.local.client.Client;
import dev.cutoff.local.courier.Couriers;
import dev.cutoff.local.courier.Pace;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.shop.Folders;
import dev.cutoff.local.shop.LocalShop;
import dev.cutoff.local.shop.MerchantBytes;
import dev.cutoff.local.shop.OpeningStock;
import dev.cutoff.local.shop.SecretsFile;
import dev.cutoff.local.shop.Setup;
import dev.cutoff.local.store.FakeStores;
import dev.cutoff.local.time.VirtualScheduler;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** {@code ./cutoff demo}: the stories, in memory and on a virtual clock, by real HTTP. */
public final class Demo {
  private static final long SEED = 90412;
  private static final Duration COURIER_ROUND = Duration.ofHours(1);
  private static final Duration SWEEP = Duration.ofHours(1);

  /** Unpaid orders have had their day. */
  private static final Duration PAYMENT_IS_DUE = Duration.ofHours(30);

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

  /** Long enough for the slowest carrier abroad. */
  private static final Duration ALL_OF_IT = Duration.ofDays(21);

  private Demo() {}

  public static int run(Path root, Options options, PrintStream out) throws IOException {
    Folders folders =
        new Folders(fresh(options.path("--keep").orElse(root.resolve(".cutoff/demo"))));
    folders.make();
    byte[] file = MerchantBytes.of(root.resolve("infra/merchant/merchant.json"));
    Map<String, String> secrets =
        DemoSecrets.of(MerchantBytes.read(file, "infra/merchant/merchant.json"));
    VirtualScheduler scheduler = new VirtualScheduler(SEED, Stories.START);
    try (FakeStores stores = stores(file, secrets, scheduler);
        LocalShop shop =
            LocalShop.open(setup(root, folders, pointed(file, stores), secrets, scheduler))) {
      shop.start();
      Client client =
          new Client(HttpClient.newHttpClient(), shop.address(), SecretsFile.anyToken(secrets));
      Merchant merchant = shop.merchants().current();
      OpeningStock.load(client, merchant);
      Stage stage = new Stage(stores, client, scheduler.clock());
      Couriers couriers =
          new Couriers(
              client, id -> secretOf(merchant, id, secrets), Pace.asQuoted(), scheduler.clock());
      List<Story> stories = Stories.all();
      out.printf(
          "%d orders drop into %d stores on %s. The clock is virtual; everything else is real.%n%n",
          stories.size(),
          merchant.stores().size(),
          "Monday, 23 November 2026, 14:07 New York time");
      play(stories, stage, couriers, scheduler, out);
      return new Telling(client, stores, stage, folders, out)
          .tell(stories, options.path("--json").orElse(null));
    }
  }

  /** Acts and courier rounds in the order of time; between them the clock runs what is due. */
  private static void play(
      List<Story> stories,
      Stage stage,
      Couriers couriers,
      VirtualScheduler scheduler,
      PrintStream out) {
    List<Story.Scene> scenes = new ArrayList<>();
    stories.forEach(story -> scenes.addAll(story.scenes()));
    scenes.sort(Comparator.comparing(Story.Scene::at));
    Instant end = Stories.START.plus(ALL_OF_IT);
    int next = 0;
    int scans = 0;
    Instant round = Stories.START;
    while (round.isBefore(end)) {
      round = round.plus(COURIER_ROUND);
      while (next < scenes.size() && !Stories.START.plus(scenes.get(next).at()).isAfter(round)) {
        scheduler.advanceTo(Stories.START.plus(scenes.get(next).at()));
        scenes.get(next).act().accept(stage);
        next++;
      }
      scheduler.advanceTo(round);
      scans += couriers.scan();
      if (round.atZone(NEW_YORK).getHour() == 0) {
        out.printf("%s: %d scans so far%n", DAY.format(round.atZone(NEW_YORK)), scans);
      }
      boolean everythingTried = round.isAfter(Stories.START.plus(PAYMENT_IS_DUE));
      if (everythingTried && couriers.idle()) {
        break;
      }
    }
    // What was delivered last is told to store and customer.
    scheduler.advance(COURIER_ROUND);
    out.println();
  }

  private static Setup setup(
      Path root,
      Folders folders,
      byte[] merchantFile,
      Map<String, String> secrets,
      VirtualScheduler scheduler) {
    return new Setup(
        root,
        scheduler,
        null,
        folders.documents(),
        folders.mails(),
        () -> merchantFile,
        () -> secrets,
        0,
        SWEEP,
        new OneByOneAsking(),
        new DemoTokens(scheduler.random()),
        Tripwire.NONE,
        line -> {});
  }

  /** The example's stores, played by fakes that behave as the platforms do. */
  private static FakeStores stores(
      byte[] file, Map<String, String> secrets, VirtualScheduler scheduler) {
    Merchant merchant = MerchantBytes.read(file, "merchant.json");
    FakeStores stores = FakeStores.start(0, scheduler.clock());
    for (Store store : merchant.stores().values()) {
      String webhookSecret = Objects.requireNonNull(secrets.get(store.webhookSecretName()));
      String apiSecret = Objects.requireNonNull(secrets.get(store.apiSecretName()));
      if (store.channel().equals("shopify")) {
        stores.openShopify(
            store.id().value(), webhookSecret, apiSecret, List.copyOf(store.locations().keySet()));
      } else {
        stores.openWooCommerce(store.id().value(), webhookSecret, apiSecret);
      }
    }
    return stores;
  }

  /** The merchant file with its stores where the fakes listen. */
  private static byte[] pointed(byte[] file, FakeStores stores) {
    String text = new String(file, StandardCharsets.UTF_8);
    for (Store store : MerchantBytes.read(file, "merchant.json").stores().values()) {
      text = text.replace(store.apiUrl(), stores.apiUrl(store.id().value()));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String secretOf(Merchant merchant, String id, Map<String, String> secrets) {
    Carrier carrier = Objects.requireNonNull(merchant.carriers().get(id));
    return Objects.requireNonNull(secrets.get(carrier.secretName()));
  }

  /** What an earlier demo left is gone; nothing else is. */
  private static Path fresh(Path folder) throws IOException {
    for (String part : List.of("tables", "documents", "mails", "labels")) {
      Path old = folder.resolve(part);
      if (Files.isDirectory(old)) {
        try (var files = Files.walk(old)) {
          for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(each);
          }
        }
      }
    }
    return folder;
  }
}
