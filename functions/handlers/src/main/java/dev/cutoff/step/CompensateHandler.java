package dev.cutoff.step;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import dev.cutoff.shipment.application.Compensating;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The step Compensate: units back, labels void. */
public final class CompensateHandler implements RequestStreamHandler {
  private final Compensating useCase;

  public CompensateHandler() {
    this(AwsPlatform.create());
  }

  public CompensateHandler(Platform platform) {
    this(DaggerCompensateHandler_Parts.factory().create(platform).useCase());
  }

  CompensateHandler(Compensating useCase) {
    this.useCase = useCase;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Step.run(in, out, input -> useCase.compensate(input.orderId()));
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    Compensating useCase();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
