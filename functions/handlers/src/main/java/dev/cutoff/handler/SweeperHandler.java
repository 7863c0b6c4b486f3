package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.backorder.application.TendingBackorders;
import dev.cutoff.exception.application.CountingOverdue;
import dev.cutoff.order.application.Sweeping;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Metrics;
import dev.cutoff.platform.Platform;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** On a schedule: restarts what stopped, and counts what alarms look at. */
public final class SweeperHandler implements RequestStreamHandler {
  private final Parts parts;

  public SweeperHandler() {
    this(AwsPlatform.create());
  }

  public SweeperHandler(Platform platform) {
    this.parts = DaggerSweeperHandler_Parts.factory().create(platform);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Sweeping.Swept swept = parts.sweeping().sweep();
    TendingBackorders.Tended tended = parts.tending().tend();
    long failed = (long) swept.failed().size() + tended.failed().size();
    parts
        .metrics()
        .report(
            Map.of(
                "SweeperRounds",
                1L,
                "SweeperFailures",
                failed,
                "OverdueExceptions",
                parts.overdue().overdue()));
    out.write(
        "{\"messages\":%d,\"orders\":%d,\"waiting\":%d,\"failed\":%d}"
            .formatted(swept.messages(), swept.orders(), tended.waiting(), failed)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    Sweeping sweeping();

    TendingBackorders tending();

    CountingOverdue overdue();

    Metrics metrics();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
