package dev.cutoff.local.demo;

import dev.cutoff.adapter.asking.OneByOneAsking;
import dev.cutoff.local.Options;
import dev.cutoff.local.client.Client;
import dev.cutoff.local.courier.Couriers;
import dev.cutoff.local.courier.Pace;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.shop.Folders;
import dev.cutoff.local.shop.LocalShop;
import dev.cutoff.local.shop.OpeningStock;
import dev.cutoff.local.shop.Setup;
import dev.cutoff.local.store.FakeStores;
import dev.cutoff.local.time.VirtualScheduler;
import dev.cutoff.merchant.Merchant;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
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
    ExampleShop example = ExampleShop.read(root);
    VirtualScheduler scheduler = new VirtualScheduler(SEED, Stories.START);
    try (FakeStores stores = example.openStores(scheduler.clock());
        LocalShop shop =
            LocalShop.open(
                setup(root, folders, example.pointedAt(stores), example.secrets(), scheduler))) {
      shop.start();
      Client client = new Client(HttpClient.newHttpClient(), shop.address(), ExampleShop.API_TOKEN);
      Merchant merchant = shop.merchants().current();
      OpeningStock.load(client, merchant);
      Stage stage = new Stage(stores, client, scheduler.clock());
      Couriers couriers =
          new Couriers(client, example::secretOfCarrier, Pace.asQuoted(), scheduler.clock());
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
