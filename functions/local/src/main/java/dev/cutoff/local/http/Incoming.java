package dev.cutoff.local.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request. It is read by a thread of its own, because the JDK's server knows no
 * read timeout: interrupting that thread cuts the connection off.
 */
final class Incoming implements AutoCloseable {
  /** A client that is told 413 reads the answer only after it has sent all: let it, so far. */
  private static final long LONGEST_DISCARDED = 16L << 20;

  private final HttpExchange exchange;
  private final FrontDoor.Limits limits;
  private final ExecutorService readers;
  private @Nullable Future<?> reading;
  private boolean finished;

  Incoming(HttpExchange exchange, FrontDoor.Limits limits, ExecutorService readers) {
    this.exchange = exchange;
    this.limits = limits;
    this.readers = readers;
    this.finished = declaredLength() == 0;
  }

  /** How reading went. */
  sealed interface Body {
    record Whole(byte[] bytes) implements Body {}

    record TooLarge() implements Body {}

    record TooSlow() implements Body {}

    /** The client went away or broke the framing. */
    record Broken() implements Body {}
  }

  /** Reads the body, and never holds more of it than the limit. */
  Body read() {
    if (finished) {
      return new Body.Whole(new byte[0]);
    }
    if (declaredLength() > limits.bodyBytes()) {
      return new Body.TooLarge();
    }
    InputStream in = exchange.getRequestBody();
    Future<byte[]> task = readers.submit(() -> in.readNBytes(limits.bodyBytes() + 1));
    reading = task;
    try {
      byte[] bytes = task.get(limits.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
      if (bytes.length > limits.bodyBytes()) {
        return new Body.TooLarge();
      }
      finished = true;
      return new Body.Whole(bytes);
    } catch (TimeoutException e) {
      return new Body.TooSlow();
    } catch (ExecutionException e) {
      return new Body.Broken();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Body.Broken();
    }
  }

  /** Whether all of it was read, so that the connection can serve another request. */
  boolean finished() {
    return finished;
  }

  /** Reads on for a while without keeping anything, after the answer was written. */
  void discard() {
    if (finished || (reading != null && !reading.isDone())) {
      return;
    }
    InputStream in = exchange.getRequestBody();
    Future<?> task = readers.submit(() -> discard(in));
    reading = task;
    try {
      task.get(limits.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // The answer is written; nobody is left to be told.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (reading != null) {
      reading.cancel(true);
    }
  }

  private static @Nullable Void discard(InputStream in) throws IOException {
    byte[] buffer = new byte[8192];
    long seen = 0;
    int n = in.read(buffer);
    while (n >= 0 && seen < LONGEST_DISCARDED) {
      seen += n;
      n = in.read(buffer);
    }
    return null;
  }

  /** -1 where it is chunked; the server has refused nonsense already. */
  private long declaredLength() {
    if (exchange.getRequestHeaders().containsKey("Transfer-encoding")) {
      return -1;
    }
    String length = exchange.getRequestHeaders().getFirst("Content-length");
    return length == null ? 0 : Long.parseLong(length);
  }
}
