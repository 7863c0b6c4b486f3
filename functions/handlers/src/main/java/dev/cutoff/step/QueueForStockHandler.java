package dev.cutoff.step;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.order.application.StepResult;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import dev.cutoff.stock.application.QueueingForStock;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The step QueueForStock: the order waits in a queue until units were taken for it. */
public final class QueueForStockHandler implements RequestStreamHandler {
  private final QueueingForStock useCase;

  public QueueForStockHandler() {
    this(AwsPlatform.create());
  }

  public QueueForStockHandler(Platform platform) {
    this(DaggerQueueForStockHandler_Parts.factory().create(platform).useCase());
  }

  QueueForStockHandler(QueueingForStock useCase) {
    this.useCase = useCase;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Step.run(
        in,
        out,
        input -> {
          useCase.queue(input.orderId(), input.token());
          return new StepResult.Done();
        });
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    QueueingForStock useCase();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
