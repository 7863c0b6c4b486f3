package dev.cutoff.step;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import dev.cutoff.tracking.application.AnnouncingProgress;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The step Notify: what is true by now is published. */
public final class NotifyHandler implements RequestStreamHandler {
  private final AnnouncingProgress useCase;

  public NotifyHandler() {
    this(AwsPlatform.create());
  }

  public NotifyHandler(Platform platform) {
    this(DaggerNotifyHandler_Parts.factory().create(platform).useCase());
  }

  NotifyHandler(AnnouncingProgress useCase) {
    this.useCase = useCase;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Step.run(in, out, input -> useCase.announce(input.orderId()));
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    AnnouncingProgress useCase();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
