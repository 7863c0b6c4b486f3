package dev.cutoff.local.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.local.functions.Tripwire.Moment;
import dev.cutoff.local.time.Scheduler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The functions of this JVM by name. As in Lambda an instance answers one call at a time and is
 * kept warm for the next one; bytes go in and bytes come out.
 */
public final class Functions {

  private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:";
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);
  private static final int FRAMES = 8;

  private final Map<String, Registered> byName = new ConcurrentHashMap<>();
  private final ObjectMapper json = new ObjectMapper();
  private final Scheduler scheduler;
  private final Tripwire tripwire;
  private final Consumer<String> log;

  public Functions(Scheduler scheduler, Tripwire tripwire, Consumer<String> log) {
    this.scheduler = scheduler;
    this.tripwire = tripwire;
    this.log = log;
  }

  public Functions(Scheduler scheduler) {
    this(scheduler, Tripwire.NONE, line -> {});
  }

  public Functions register(String name, Supplier<? extends RequestStreamHandler> supplier) {
    return register(name, DEFAULT_TIMEOUT, supplier);
  }

  public Functions register(
      String name, Duration timeout, Supplier<? extends RequestStreamHandler> supplier) {
    if (byName.putIfAbsent(name, new Registered(timeout, supplier, new ConcurrentLinkedDeque<>()))
        != null) {
      throw new IllegalArgumentException("There is a function " + name + " already");
    }
    return this;
  }

  public static String arn(String name) {
    return ARN + name;
  }

  /** Invokes by name or ARN (a version or alias behind the name is ignored). */
  public byte[] invoke(String nameOrArn, byte[] payload) throws FunctionError {
    String name = nameOf(nameOrArn);
    Registered function = byName.get(name);
    if (function == null) {
      throw error("Lambda.ResourceNotFoundException", "Function not found: " + nameOrArn, null);
    }
    tripwire.pass(Moment.BEFORE_INVOKE, name);
    byte[] answer;
    try {
      answer = scheduler.within(function.timeout, () -> call(name, function, payload));
    } catch (TimeoutException e) {
      throw error(
          "Sandbox.Timedout",
          "Task timed out after " + function.timeout.toSeconds() + ".00 seconds",
          null);
    } catch (InterruptedException e) {
      // Whoever called has given up, or the process is ending: nobody waits for an answer.
      Thread.currentThread().interrupt();
      throw new CancellationException("The call of " + name + " was given up");
    } catch (Crash e) {
      throw e;
    } catch (FunctionError e) {
      tripwire.pass(Moment.AFTER_INVOKE, name);
      throw e;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("call() throws FunctionError alone", e);
    }
    tripwire.pass(Moment.AFTER_INVOKE, name);
    return answer;
  }

  // As the managed runtime does: whatever is thrown is reported by the name of its class.
  private byte[] call(String name, Registered function, byte[] payload) throws FunctionError {
    RequestStreamHandler handler = function.warm.poll();
    try {
      if (handler == null) {
        handler = function.supplier.get();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      handler.handleRequest(new ByteArrayInputStream(payload), out, context(name, function));
      return out.toByteArray();
    } catch (Crash e) {
      throw e;
    } catch (Throwable e) {
      log.accept("%s failed: %s".formatted(name, e));
      throw error(e.getClass().getName(), e.getMessage(), e);
    } finally {
      if (handler != null) {
        function.warm.push(handler);
      }
    }
  }

  private LambdaContext context(String name, Registered function) {
    String requestId =
        new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
    return new LambdaContext(
        requestId, name, scheduler.now().plus(function.timeout), scheduler.clock(), log);
  }

  private FunctionError error(String type, @Nullable String message, @Nullable Throwable cause) {
    SequencedMap<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put("errorMessage", message);
    report.put("errorType", type);
    report.put("stackTrace", cause == null ? List.of() : frames(cause));
    try {
      return new FunctionError(type, json.writeValueAsString(report), cause);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings are always JSON", e);
    }
  }

  private static List<String> frames(Throwable cause) {
    return Arrays.stream(cause.getStackTrace())
        .limit(FRAMES)
        .map(StackTraceElement::toString)
        .toList();
  }

  private static String nameOf(String nameOrArn) {
    String[] parts = nameOrArn.split(":", -1);
    return parts.length >= 7 && parts[0].equals("arn") ? parts[6] : parts[0];
  }

  private record Registered(
      Duration timeout,
      Supplier<? extends RequestStreamHandler> supplier,
      ConcurrentLinkedDeque<RequestStreamHandler> warm) {}
}
