package dev.cutoff.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts a function in a process of its own, as Lambda does, until its first answer. */
final class Start {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path taskRoot;
  private final Path runtimeClient;

  /**
   * Over an unpacked zip.
   *
   * @param runtimeClient the folder of the runtime client, which the zip does not hold
   */
  Start(Path taskRoot, Path runtimeClient) {
    this.taskRoot = taskRoot;
    this.runtimeClient = runtimeClient;
  }

  /**
   * Milliseconds from launch to answer.
   *
   * @param javaOptions in words without spaces
   */
  double ms(String handler, byte[] event, String javaOptions)
      throws IOException, InterruptedException {
    try (RuntimeApi api = RuntimeApi.open(event)) {
      Path log = taskRoot.resolveSibling("start.log");
      ProcessBuilder builder =
          new ProcessBuilder(taskRoot.resolve("bootstrap").toString())
              .directory(taskRoot.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment(handler, api.address(), javaOptions));
      long start = System.nanoTime();
      Process process = builder.start();
      try {
        api.await(LIMIT);
        double ms = (System.nanoTime() - start) / 1e6;
        // Ended gently: a training run writes its cache on the way out.
        process.destroy();
        process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        return ms;
      } catch (TimeoutException never) {
        throw new IllegalStateException(handler + " gave no answer in " + LIMIT + ": see " + log);
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private Map<String, String> environment(String handler, String api, String javaOptions) {
    return Map.ofEntries(
        Map.entry("PATH", String.valueOf(System.getenv("PATH"))),
        Map.entry("LOCAL_JAVA_HOME", System.getProperty("java.home")),
        Map.entry("LOCAL_RUNTIME_CLIENT", runtimeClient.toString()),
        Map.entry("LOCAL_JAVA_OPTIONS", javaOptions),
        Map.entry("LAMBDA_TASK_ROOT", taskRoot.toString()),
        Map.entry("AWS_LAMBDA_RUNTIME_API", api),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "measured"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
        Map.entry("_HANDLER", handler + "::handleRequest"),
        Map.entry("AWS_REGION", "us-east-1"),
        Map.entry("AWS_ACCESS_KEY_ID", "test"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "test"),
        Map.entry("AWS_ENDPOINT_URL", "http://" + api),
        Map.entry("ORDERS_TABLE", "orders"),
        Map.entry("STOCK_TABLE", "stock"),
        Map.entry("DOCUMENTS_BUCKET", "documents"),
        Map.entry("MERCHANT_FILE", "merchant.json"),
        Map.entry("SECRETS_PREFIX", "measured/"),
        Map.entry("METRICS_STACK", "measured"),
        Map.entry("ANNOUNCEMENTS_TOPIC_ARN", "arn:aws:sns:us-east-1:000000000000:measured"),
        Map.entry(
            "STATE_MACHINE_ARN", "arn:aws:states:us-east-1:000000000000:stateMachine:measured"),
        Map.entry("STORE_UPDATES_DEAD_LETTERS_URL", "http://" + api + "/store"),
        Map.entry("STORE_UPDATES_DEAD_LETTERS_ARN", "arn:aws:sqs:us-east-1:000000000000:store"),
        Map.entry("HOT_RESERVATIONS_URL", "http://" + api + "/hot"),
        Map.entry("STORE_UPDATES_URL", "http://" + api + "/updates"),
        Map.entry("CUSTOMER_NOTICES_URL", "http://" + api + "/notices"),
        Map.entry("HOT_RESERVATIONS_DEAD_LETTERS_URL", "http://" + api + "/hot-dead"),
        Map.entry("HOT_RESERVATIONS_DEAD_LETTERS_ARN", "arn:aws:sqs:us-east-1:000000000000:hot"),
        Map.entry("STOCK_CHANGES_URL", "http://" + api + "/changes"),
        Map.entry("STOCK_CHANGES_DEAD_LETTERS_URL", "http://" + api + "/stock"),
        Map.entry("STOCK_CHANGES_DEAD_LETTERS_ARN", "arn:aws:sqs:us-east-1:000000000000:stock"),
        Map.entry("CUSTOMER_NOTICES_DEAD_LETTERS_URL", "http://" + api + "/customer"),
        Map.entry(
            "CUSTOMER_NOTICES_DEAD_LETTERS_ARN", "arn:aws:sqs:us-east-1:000000000000:customer"));
  }
}
