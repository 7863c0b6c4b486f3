package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.dock.application.WatchingDocks;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Metrics;
import dev.cutoff.platform.Platform;
import dev.cutoff.tracking.application.WatchingParcels;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * On a schedule: closes the days whose cutoff has come, and looks after what was handed over until
 * it is there.
 */
public final class DockWatchHandler implements RequestStreamHandler {
  private static final int MOST_TOLD = 5;

  /** Well inside the function's own timeout and before the next round. */
  private static final Duration MOST = Duration.ofMinutes(3);

  private final Parts parts;

  public DockWatchHandler() {
    this(AwsPlatform.create());
  }

  public DockWatchHandler(Platform platform) {
    this.parts = DaggerDockWatchHandler_Parts.factory().create(platform);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    WatchingDocks.Watched watched = parts.watching().watch();
    watched.failed().stream()
        .limit(MOST_TOLD)
        .forEach(each -> context.getLogger().log("dock watch, not done: " + each));
    WatchingParcels.Watched parcels =
        parts.parcels().isDue() ? parts.parcels().watch(MOST) : WatchingParcels.Watched.NOTHING;
    parcels.failed().stream()
        .limit(MOST_TOLD)
        .forEach(each -> context.getLogger().log("parcels, not done: " + each));
    parts
        .metrics()
        .report(
            Map.of(
                "DockWatchRounds",
                1L,
                "ManifestsNotClosed",
                (long) watched.refused() + watched.failed().size(),
                "PickupsMissed",
                (long) watched.missed()));
    out.write(
        "{\"closed\":%d,\"refused\":%d,\"missed\":%d,\"parcels\":%d,\"asked\":%d,\"inTrouble\":%d,\"late\":%d,\"left\":%d,\"failed\":%d}"
            .formatted(
                watched.closed(),
                watched.refused(),
                watched.missed(),
                parcels.looked(),
                parcels.asked(),
                parcels.troubled(),
                parcels.late(),
                parcels.left(),
                watched.failed().size() + parcels.failed().size())
            .getBytes(StandardCharsets.UTF_8));
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    WatchingDocks watching();

    WatchingParcels parcels();

    Metrics metrics();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
