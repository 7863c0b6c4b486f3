package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Metrics;
import dev.cutoff.platform.Platform;
import dev.cutoff.postage.application.MatchingInvoice;
import dev.cutoff.postage.application.ResumingLabels;
import dev.cutoff.postage.application.SettlingLabels;
import dev.cutoff.postage.application.WatchingBalances;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * On a schedule: looks after labels without an answer or without a use, lets orders go on, and asks
 * what is left to pay postage with.
 */
public final class PostageHandler implements RequestStreamHandler {
  /** Well inside the function's own timeout and before the next round. */
  private static final Duration MOST = Duration.ofSeconds(200);

  private static final int MOST_TOLD = 5;

  private final Parts parts;

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
    Stream.of(settled.failed(), resumed.failed(), balances.failed())
        .flatMap(List::stream)
        .limit(MOST_TOLD)
        .forEach(each -> context.getLogger().log("postage, not looked after: " + each));
    int failed = settled.failed().size() + resumed.failed().size();
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
        "{\"looked\":%d,\"voided\":%d,\"orphans\":%d,\"resumed\":%d,\"balances\":%d,\"left\":%d,\"failed\":%d}"
            .formatted(
                settled.looked(),
                settled.voided(),
                settled.orphans(),
                resumed.orders(),
                balances.asked(),
                settled.left(),
                failed + balances.failed().size())
            .getBytes(StandardCharsets.UTF_8));
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  public interface Parts {
    SettlingLabels settling();

    MatchingInvoice matching();

    ResumingLabels resuming();

    WatchingBalances balances();

    Metrics metrics();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
