package dev.cutoff.step;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.order.application.IngestingOrder;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The step Ingest: the one canonical order, screened. */
public final class IngestHandler implements RequestStreamHandler {
  private final IngestingOrder useCase;

  public IngestHandler() {
    this(AwsPlatform.create());
  }

  public IngestHandler(Platform platform) {
    this(DaggerIngestHandler_Parts.factory().create(platform).useCase());
  }

  IngestHandler(IngestingOrder useCase) {
    this.useCase = useCase;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Step.run(in, out, input -> useCase.ingest(input.orderId()));
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    IngestingOrder useCase();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
