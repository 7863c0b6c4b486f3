package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.adapter.sqs.StockChangeMessage;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.ComparingStock;
import dev.cutoff.stock.application.FollowingStock;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * From the queue of stock changes: follows each SKU of a batch once, however many messages name it.
 * On a schedule: has every SKU followed, so that a message that got lost heals.
 */
public final class StockChangeHandler implements RequestStreamHandler {
  private final FollowingStock following;
  private final ComparingStock comparing;

  public StockChangeHandler() {
    this(AwsPlatform.create());
  }

  public StockChangeHandler(Platform platform) {
    this(DaggerStockChangeHandler_Parts.factory().create(platform));
  }

  private StockChangeHandler(Parts parts) {
    this(parts.following(), parts.comparing());
  }

  StockChangeHandler(FollowingStock following, ComparingStock comparing) {
    this.following = following;
    this.comparing = comparing;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    byte[] event = in.readAllBytes();
    if (!QueueBatch.isBatch(event)) {
      int skus = comparing.compareAll();
      out.write("{\"skus\":%d}".formatted(skus).getBytes(StandardCharsets.UTF_8));
      return;
    }
    QueueBatch.handleTogether(
        new ByteArrayInputStream(event), out, StockChangeMessage::read, this::follow);
  }

  private Set<Sku> follow(Set<Sku> skus) {
    return following.follow(skus);
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    FollowingStock following();

    ComparingStock comparing();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
