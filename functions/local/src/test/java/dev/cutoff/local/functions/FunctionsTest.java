package dev.cutoff.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import dev.cutoff.local.time.LiveScheduler;
import dev.cutoff.local.time.VirtualScheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class FunctionsTest {

  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

  private final List<String> log = new ArrayList<>();
  private final Functions functions =
      new Functions(new VirtualScheduler(1, START), Tripwire.NONE, log::add);

  @Test
  void anInstanceIsMadeOnceAndKeptWarm() throws FunctionError {
    int[] made = {0};
    functions.register(
        "f",
        () -> {
          made[0]++;
          return (in, out, context) -> in.transferTo(out);
        });
    assertThat(text(functions.invoke("f", bytes("{\"a\":1}")))).isEqualTo("{\"a\":1}");
    functions.invoke(Functions.arn("f"), bytes("2"));
    assertThat(made[0]).isEqualTo(1);
  }

  @Test
  void theContextIsThatOfLambdaAndTheSameForTheSameSeed() throws FunctionError {
    List<Context> contexts = new ArrayList<>();
    functions.register(
        "f", Duration.ofSeconds(30), () -> (in, out, context) -> contexts.add(context));
    functions.invoke("f", bytes("1"));
    Context context = contexts.getFirst();
    assertThat(context.getFunctionName()).isEqualTo("f");
    assertThat(context.getRemainingTimeInMillis()).isEqualTo(30_000);
    assertThat(context.getInvokedFunctionArn()).isEqualTo(Functions.arn("f"));
    Functions again = new Functions(new VirtualScheduler(1, START));
    List<String> ids = new ArrayList<>();
    again.register("f", () -> (in, out, c) -> ids.add(c.getAwsRequestId()));
    again.invoke("f", bytes("1"));
    assertThat(ids).containsExactly(context.getAwsRequestId());
  }

  @Test
  void whatAHandlerThrowsIsReportedByItsClassAndUnwrapped() {
    functions.register(
        "f",
        () ->
            (in, out, context) -> {
              throw new IOException("disk", new IllegalStateException("inner"));
            });
    assertThatThrownBy(() -> functions.invoke("f", bytes("1")))
        .isInstanceOfSatisfying(
            FunctionError.class,
            e -> {
              assertThat(e.errorType()).isEqualTo("java.io.IOException");
              assertThat(e.causeJson())
                  .startsWith(
                      "{\"errorMessage\":\"disk\",\"errorType\":\"java.io.IOException\",\"stackTrace\":[\"")
                  .doesNotContain("inner");
            });
    assertThat(log).containsExactly("f failed: java.io.IOException: disk");
  }

  @Test
  void aCrashIsNoErrorOfTheFunction() {
    functions.register(
        "f",
        () ->
            (in, out, context) -> {
              throw new Crash("power");
            });
    assertThatThrownBy(() -> functions.invoke("f", bytes("1"))).isInstanceOf(Crash.class);
  }

  @Test
  void aFunctionThatHangsIsEndedAtItsTimeout() {
    try (LiveScheduler live = new LiveScheduler(1, e -> {})) {
      Functions real = new Functions(live);
      real.register(
          "f",
          Duration.ofMillis(50),
          () ->
              (in, out, context) -> {
                try {
                  new CountDownLatch(1).await(1, TimeUnit.HOURS);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      assertThatThrownBy(() -> real.invoke("f", bytes("1")))
          .isInstanceOfSatisfying(
              FunctionError.class, e -> assertThat(e.errorType()).isEqualTo("Sandbox.Timedout"));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
