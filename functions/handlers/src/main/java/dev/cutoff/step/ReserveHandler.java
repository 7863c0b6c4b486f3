package dev.cutoff.step;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import dev.cutoff.stock.application.ReservingStock;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The step Reserve: units held at the right nodes. */
public final class ReserveHandler implements RequestStreamHandler {
  private final ReservingStock useCase;

  public ReserveHandler() {
    this(AwsPlatform.create());
  }

  public ReserveHandler(Platform platform) {
    this(DaggerReserveHandler_Parts.factory().create(platform).useCase());
  }

  ReserveHandler(ReservingStock useCase) {
    this.useCase = useCase;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Step.run(in, out, input -> useCase.reserve(input.orderId(), input.queued()));
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    ReservingStock useCase();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
