package dev.cutoff.step;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.plan.application.PlanningShipments;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The step RateShop: box, carrier, service and ship day. */
public final class RateShopHandler implements RequestStreamHandler {
  private final PlanningShipments useCase;

  public RateShopHandler() {
    this(AwsPlatform.create());
  }

  public RateShopHandler(Platform platform) {
    this(DaggerRateShopHandler_Parts.factory().create(platform).useCase());
  }

  RateShopHandler(PlanningShipments useCase) {
    this.useCase = useCase;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Step.run(in, out, input -> useCase.plan(input.orderId()));
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    PlanningShipments useCase();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
