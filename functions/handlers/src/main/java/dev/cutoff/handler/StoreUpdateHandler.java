package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.notice.application.UpdatingStore;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** From a queue: Tells the store what is announced. */
public final class StoreUpdateHandler implements RequestStreamHandler {
  private final UpdatingStore useCase;

  public StoreUpdateHandler() {
    this(AwsPlatform.create());
  }

  public StoreUpdateHandler(Platform platform) {
    this(DaggerStoreUpdateHandler_Parts.factory().create(platform).useCase());
  }

  StoreUpdateHandler(UpdatingStore useCase) {
    this.useCase = useCase;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    QueueBatch.handle(
        in, out, announcement -> useCase.update(announcement) != UpdatingStore.Outcome.REFUSED);
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    UpdatingStore useCase();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
