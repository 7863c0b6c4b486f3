package dev.cutoff.step;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import dev.cutoff.shipment.application.BuyingLabels;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The step Label: every label bought once. */
public final class LabelHandler implements RequestStreamHandler {
  private final BuyingLabels useCase;

  public LabelHandler() {
    this(AwsPlatform.create());
  }

  public LabelHandler(Platform platform) {
    this(DaggerLabelHandler_Parts.factory().create(platform).useCase());
  }

  LabelHandler(BuyingLabels useCase) {
    this.useCase = useCase;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Step.run(in, out, input -> useCase.label(input.orderId(), input.attempt()));
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    BuyingLabels useCase();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
