package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import dev.cutoff.adapter.sqs.SqsBackoff;
import dev.cutoff.effect.application.Backoff;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.UpdatingStore;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import dev.cutoff.platform.Settings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sqs.SqsClient;

/** From a queue: Tells the store what is announced. */
public final class StoreUpdateHandler implements RequestStreamHandler {
  /** A store is told once, and eight times again: after that its queue gives the message up. */
  public static final int TRIES = 9;

  /** Nine tries of one message take between one and a quarter and two and a half hours. */
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(45), Duration.ofHours(1));

  /** What one message may take: a few calls of a store that answers, or one that does not. */
  private static final Duration ONE_MESSAGE = Duration.ofSeconds(12);

  private final UpdatingStore useCase;
  private final SqsBackoff backoff;

  public StoreUpdateHandler() {
    this(AwsPlatform.create());
  }

  public StoreUpdateHandler(Platform platform) {
    this(DaggerStoreUpdateHandler_Parts.factory().create(platform));
  }

  private StoreUpdateHandler(Parts parts) {
    this(parts.useCase(), parts.backoff());
  }

  StoreUpdateHandler(UpdatingStore useCase, SqsBackoff backoff) {
    this.useCase = useCase;
    this.backoff = backoff;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    QueueBatch.handlePatiently(
        in,
        out,
        new QueueBatch.Patient() {
          @Override
          public boolean handle(Announcement announcement, boolean again) {
            return useCase.update(announcement, again) != UpdatingStore.Outcome.REFUSED;
          }

          @Override
          public void hide(String receiptHandle, int receives) {
            // After the last try it goes to the dead letters, and people need not wait for that.
            if (receives < TRIES) {
              backoff.hide(receiptHandle, receives);
            }
          }

          @Override
          public boolean hasTime() {
            return context.getRemainingTimeInMillis() >= ONE_MESSAGE.toMillis();
          }
        });
  }

  /** Between the tries of one message. */
  @Module
  interface Patience {
    @Provides
    static SqsBackoff backoff(SqsClient sqs, Settings settings, RandomGenerator random) {
      return new SqsBackoff(sqs, settings.storeUpdatesUrl(), BACKOFF, random);
    }
  }

  /** What this function is made of. */
  @Singleton
  @Component(
      modules = {Adapters.class, Patience.class},
      dependencies = Platform.class)
  interface Parts {
    UpdatingStore useCase();

    SqsBackoff backoff();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
