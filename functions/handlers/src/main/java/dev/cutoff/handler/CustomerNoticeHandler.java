package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.notice.application.NotifyingCustomer;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** From a queue: Tells the customer what is announced. */
public final class CustomerNoticeHandler implements RequestStreamHandler {
  private final NotifyingCustomer useCase;

  public CustomerNoticeHandler() {
    this(AwsPlatform.create());
  }

  public CustomerNoticeHandler(Platform platform) {
    this(DaggerCustomerNoticeHandler_Parts.factory().create(platform).useCase());
  }

  CustomerNoticeHandler(NotifyingCustomer useCase) {
    this.useCase = useCase;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    QueueBatch.handle(
        in,
        out,
        announcement -> {
          useCase.tell(announcement);
          return true;
        });
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    NotifyingCustomer useCase();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
