package dev.cutoff.local.meter;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Counts the calls of a function and the processor time that is its own. */
record MeteredHandler(RequestStreamHandler handler, Meter meter, String function, Clock clock)
    implements RequestStreamHandler {

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    long started = clock.started();
    try {
      handler.handleRequest(in, out, context);
    } finally {
      meter.count(Use.LAMBDA_CALLS, function, "calls", 1);
      meter.count(Use.OWN_MILLIS, function, "calls", clock.ownMillis(started));
    }
  }
}
