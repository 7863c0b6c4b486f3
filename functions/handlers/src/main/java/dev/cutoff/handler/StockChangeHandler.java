package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.adapter.sqs.StockChangeMessage;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import dev.cutoff.stock.application.ComparingStock;
import dev.cutoff.stock.application.FollowingStock;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * From the queue of stock changes: follows each SKU of a batch once, however many messages name it.
 * On a schedule: has every SKU followed, so that a message that got lost heals.
 */
public final class StockChangeHandler implements RequestStreamHandler {
  private static final Duration SPARE = Duration.ofSeconds(22);

  private final FollowingStock following;
  private final ComparingStock comparing;
  private final InstantSource clock;

  public StockChangeHandler() {
    this(AwsPlatform.create());
  }

  public StockChangeHandler(Platform platform) {
    this(DaggerStockChangeHandler_Parts.factory().create(platform));
  }

  private StockChangeHandler(Parts parts) {
    this(parts.following(), parts.comparing(), parts.clock());
  }

  StockChangeHandler(FollowingStock following, ComparingStock comparing, InstantSource clock) {
    this.following = following;
    this.comparing = comparing;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    byte[] event = in.readAllBytes();
    if (!QueueBatch.isBatch(event)) {
      int skus = comparing.compareAll();
      out.write("{\"skus\":%d}".formatted(skus).getBytes(StandardCharsets.UTF_8));
      return;
    }
    // What is not begun by then comes again; what is begun may wait for a store twice.
    Instant until = clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(SPARE);
    QueueBatch.handleTogether(
        new ByteArrayInputStream(event),
        out,
        StockChangeMessage::read,
        skus -> following.follow(skus, until));
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    FollowingStock following();

    ComparingStock comparing();

    InstantSource clock();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
