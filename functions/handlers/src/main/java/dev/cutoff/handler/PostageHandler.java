package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.exception.application.EscalatingDockExceptions;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Metrics;
import dev.cutoff.platform.Platform;
import dev.cutoff.postage.application.MatchingInvoice;
import dev.cutoff.postage.application.ResumingLabels;
import dev.cutoff.postage.application.SettlingLabels;
import dev.cutoff.postage.application.WatchingBalances;
import dev.cutoff.postage.application.WatchingUnusedLabels;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * On a schedule: looks after labels without an answer or without a use, lets orders go on, asks
 * what is left to pay postage with, and names labels that never leave.
 */
public final class PostageHandler implements RequestStreamHandler {
  /** Well inside the function's own timeout and before the next round. */
  private static final Duration MOST = Duration.ofSeconds(200);

  private static final int MOST_TOLD = 5;

  /** Deadlines of labels are days away, and looking for them reads every order that has one. */
  private static final Duration ALL_EVERY = Duration.ofHours(1);

  private final Parts parts;
  private Instant allAt = Instant.EPOCH;

  public PostageHandler() {
    this(AwsPlatform.create());
  }

  public PostageHandler(Platform platform) {
    this.parts = parts(platform);
  }

  /** The parts on a platform, for a command. */
  public static Parts parts(Platform platform) {
    return DaggerPostageHandler_Parts.factory().create(platform);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    SettlingLabels.Settled settled = parts.settling().settle(MOST);
    ResumingLabels.Resumed resumed = parts.resuming().resume();
    WatchingBalances.Watched balances = parts.balances().watch();
    WatchingUnusedLabels.Watched unused = parts.unused().watch(isHourly());
    int escalated = parts.escalating().escalate();
    Stream.of(settled.failed(), resumed.failed(), balances.failed(), unused.failed())
        .flatMap(List::stream)
        .limit(MOST_TOLD)
        .forEach(each -> context.getLogger().log("postage, not looked after: " + each));
    int failed = settled.failed().size() + resumed.failed().size() + unused.failed().size();
    parts
        .metrics()
        .report(
            Map.of(
                "PostageRounds",
                1L,
                "LabelsOrphaned",
                (long) settled.orphans(),
                "LabelsNotSettled",
                (long) settled.left() + failed));
    out.write(
        "{\"looked\":%d,\"voided\":%d,\"orphans\":%d,\"unused\":%d,\"resumed\":%d,\"balances\":%d,\"escalated\":%d,\"left\":%d,\"failed\":%d}"
            .formatted(
                settled.looked(),
                settled.voided() + unused.voided(),
                settled.orphans(),
                unused.named(),
                resumed.orders(),
                balances.asked(),
                escalated,
                settled.left(),
                failed + balances.failed().size())
            .getBytes(StandardCharsets.UTF_8));
  }

  /** A fresh instance does once more what another did within the hour, and that does no harm. */
  private boolean isHourly() {
    Instant now = parts.clock().instant();
    if (now.isBefore(allAt.plus(ALL_EVERY))) {
      return false;
    }
    allAt = now;
    return true;
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  public interface Parts {
    SettlingLabels settling();

    MatchingInvoice matching();

    ResumingLabels resuming();

    WatchingBalances balances();

    WatchingUnusedLabels unused();

    EscalatingDockExceptions escalating();

    InstantSource clock();

    Metrics metrics();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
