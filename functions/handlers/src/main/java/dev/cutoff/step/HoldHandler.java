package dev.cutoff.step;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.exception.application.HoldingOrder;
import dev.cutoff.order.application.StepResult;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The step Hold: a place in the exception queue with an owner and a clock. */
public final class HoldHandler implements RequestStreamHandler {
  private final HoldingOrder useCase;

  public HoldHandler() {
    this(AwsPlatform.create());
  }

  public HoldHandler(Platform platform) {
    this(DaggerHoldHandler_Parts.factory().create(platform).useCase());
  }

  HoldHandler(HoldingOrder useCase) {
    this.useCase = useCase;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Step.run(
        in,
        out,
        input -> {
          boolean held =
              useCase.hold(
                  new HoldingOrder.Standstill(
                      input.orderId(),
                      input.attempt(),
                      input.step(),
                      input.error(),
                      input.escalation(),
                      input.token()));
          if (!held) {
            throw new EscalationsExhausted(input.orderId().value());
          }
          return new StepResult.Done();
        });
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    HoldingOrder useCase();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
