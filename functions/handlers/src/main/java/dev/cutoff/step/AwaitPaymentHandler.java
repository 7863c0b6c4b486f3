package dev.cutoff.step;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.exception.application.AwaitingPayment;
import dev.cutoff.order.application.StepResult;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The step AwaitPayment: the token by which a paid order goes on. */
public final class AwaitPaymentHandler implements RequestStreamHandler {
  private final AwaitingPayment useCase;

  public AwaitPaymentHandler() {
    this(AwsPlatform.create());
  }

  public AwaitPaymentHandler(Platform platform) {
    this(DaggerAwaitPaymentHandler_Parts.factory().create(platform).useCase());
  }

  AwaitPaymentHandler(AwaitingPayment useCase) {
    this.useCase = useCase;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Step.run(
        in,
        out,
        input -> {
          useCase.await(input.orderId(), input.token());
          return new StepResult.Done();
        });
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    AwaitingPayment useCase();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
