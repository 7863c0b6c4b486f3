package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.adapter.sqs.ReservationMessage;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import dev.cutoff.stock.application.ReservingTogether;
import dev.cutoff.stock.application.ReservingTogether.Waiting;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** From the queue of hot shelves: takes units for a batch of orders in few transactions. */
public final class HotReservationsHandler implements RequestStreamHandler {
  private final ReservingTogether useCase;

  public HotReservationsHandler() {
    this(AwsPlatform.create());
  }

  public HotReservationsHandler(Platform platform) {
    this(DaggerHotReservationsHandler_Parts.factory().create(platform).useCase());
  }

  HotReservationsHandler(ReservingTogether useCase) {
    this.useCase = useCase;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    QueueBatch.handleWhole(
        in,
        out,
        (id, sentAt, body) -> new Waiting(id, sentAt, ReservationMessage.read(body)),
        useCase::reserve);
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    ReservingTogether useCase();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
