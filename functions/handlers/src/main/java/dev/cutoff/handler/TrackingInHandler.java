package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.api.HttpAnswer;
import dev.cutoff.api.HttpRequest;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.application.SetupIncomplete;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import dev.cutoff.tracking.application.RecordingScans;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** POST /tracking/{carrierId}: the carrier's own bytes. */
public final class TrackingInHandler implements RequestStreamHandler {
  private final RecordingScans recording;

  public TrackingInHandler() {
    this(AwsPlatform.create());
  }

  public TrackingInHandler(Platform platform) {
    this(DaggerTrackingInHandler_Parts.factory().create(platform).useCase());
  }

  TrackingInHandler(RecordingScans recording) {
    this.recording = recording;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    answer(HttpRequest.read(in), context).write(out);
  }

  private HttpAnswer answer(HttpRequest request, Context context) {
    try {
      return switch (recording.record(
          request.part("carrierId"), request.headers(), request.body())) {
        case RecordingScans.Outcome.Recorded done -> HttpAnswer.json(202, taken(done));
        case RecordingScans.Outcome.Forged forged ->
            HttpAnswer.problem(
                401, "Not signed by the carrier", "check the webhook secret there and here");
        case RecordingScans.Outcome.NoSuchCarrier none ->
            HttpAnswer.problem(404, "No such carrier", "the merchant file has no such carrier");
      };
    } catch (TryAgainLater busy) {
      return HttpAnswer.problem(503, "Busy", "send it again");
    } catch (SetupIncomplete missing) {
      // Outsiders are not told what is missing; the log is for who can mend it.
      context.getLogger().log(String.valueOf(missing.getMessage()));
      return HttpAnswer.problem(503, "Not set up yet", "nothing was taken: send it again later");
    }
  }

  private static Map<String, Object> taken(RecordingScans.Outcome.Recorded done) {
    Map<String, Object> taken = new LinkedHashMap<>();
    taken.put("accepted", done.recorded());
    taken.put("problems", done.problems());
    String kept = done.quarantineId();
    if (kept != null) {
      taken.put("quarantineId", kept);
    }
    return taken;
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    RecordingScans useCase();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
