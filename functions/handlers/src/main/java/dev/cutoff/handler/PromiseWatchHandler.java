package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.plan.application.WatchingPromises;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Metrics;
import dev.cutoff.platform.Platform;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** On a schedule: names the orders whose promise is at risk. */
public final class PromiseWatchHandler implements RequestStreamHandler {
  /** Well inside the function's own timeout and before the next round. */
  private static final Duration MOST = Duration.ofSeconds(200);

  private static final int MOST_TOLD = 5;

  private final Parts parts;

  public PromiseWatchHandler() {
    this(AwsPlatform.create());
  }

  public PromiseWatchHandler(Platform platform) {
    this.parts = DaggerPromiseWatchHandler_Parts.factory().create(platform);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    WatchingPromises.Watched watched = parts.watching().watch(MOST);
    watched.failed().stream()
        .limit(MOST_TOLD)
        .forEach(each -> context.getLogger().log("promise watch, not judged: " + each));
    parts
        .metrics()
        .report(
            Map.of(
                "PromiseWatchRounds",
                1L,
                "PromisesAtRisk",
                (long) watched.atRisk(),
                "PromisesNotJudged",
                (long) watched.left() + watched.failed().size()));
    out.write(
        "{\"orders\":%d,\"atRisk\":%d,\"closed\":%d,\"left\":%d,\"failed\":%d}"
            .formatted(
                watched.looked(),
                watched.atRisk(),
                watched.closed(),
                watched.left(),
                watched.failed().size())
            .getBytes(StandardCharsets.UTF_8));
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    WatchingPromises watching();

    Metrics metrics();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
