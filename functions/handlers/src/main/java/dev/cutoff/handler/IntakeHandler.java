package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.api.HttpAnswer;
import dev.cutoff.api.HttpRequest;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.application.SetupIncomplete;
import dev.cutoff.order.application.ReceivingWebhook;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;

/** POST /webhooks/{storeId}: the channel's own bytes. */
public final class IntakeHandler implements RequestStreamHandler {
  private static final int LARGEST = 1 << 20;

  private final ReceivingWebhook receiving;

  public IntakeHandler() {
    this(AwsPlatform.create());
  }

  public IntakeHandler(Platform platform) {
    this(DaggerIntakeHandler_Parts.factory().create(platform).useCase());
  }

  IntakeHandler(ReceivingWebhook receiving) {
    this.receiving = receiving;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    answer(HttpRequest.read(in), context).write(out);
  }

  private HttpAnswer answer(HttpRequest request, Context context) {
    if (request.body().length > LARGEST) {
      return HttpAnswer.problem(413, "Too large", "a webhook has 1 MiB at most");
    }
    try {
      return answer(receiving.receive(request.part("storeId"), request.headers(), request.body()));
    } catch (TryAgainLater busy) {
      return HttpAnswer.problem(503, "Busy", "nothing was taken: send it again");
    } catch (SetupIncomplete missing) {
      // Outsiders are not told what is missing; the log is for who can mend it.
      context.getLogger().log(String.valueOf(missing.getMessage()));
      return HttpAnswer.problem(503, "Not set up yet", "nothing was taken: send it again later");
    }
  }

  private static HttpAnswer answer(ReceivingWebhook.Outcome outcome) {
    return switch (outcome) {
      case ReceivingWebhook.Outcome.Taken taken ->
          HttpAnswer.json(
              202,
              Map.of(
                  "orderId",
                  taken.orderId().value(),
                  "result",
                  taken.result().name().toLowerCase(Locale.ROOT)));
      case ReceivingWebhook.Outcome.Heard heard ->
          HttpAnswer.json(202, Map.of("result", "accepted"));
      case ReceivingWebhook.Outcome.Ignored ignored ->
          HttpAnswer.json(202, Map.of("result", "ignored", "why", ignored.why()));
      case ReceivingWebhook.Outcome.Forged forged ->
          HttpAnswer.problem(
              401, "Not signed by the store", "check the webhook secret in the store and here");
      case ReceivingWebhook.Outcome.NoSuchStore none ->
          HttpAnswer.problem(404, "No such store", "the merchant file has no store of that name");
      case ReceivingWebhook.Outcome.Quarantined bad ->
          HttpAnswer.problem(
              400,
              "Unreadable",
              bad.problem(),
              Map.of("problem", bad.problem(), "quarantineId", bad.quarantineId()));
    };
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    ReceivingWebhook useCase();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
