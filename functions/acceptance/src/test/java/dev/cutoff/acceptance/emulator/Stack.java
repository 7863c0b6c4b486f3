package dev.cutoff.acceptance.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Cutoff's template, deployed; what it is called and what it says of itself. */
public record Stack(String name, Map<String, String> outputs) {
  /** The very template that is deployed to AWS. */
  public static final Path TEMPLATE = Tools.ROOT.resolve("template.yaml");

  private static final Path ZIP =
      Tools.ROOT.resolve("functions/handlers/target/cutoff-functions.zip");

  /** What the example shop's mails come from. */
  static final String MAIL_IDENTITY = "acme.example.com";

  /** Each call at the same time is a JVM of its own, and they share a few cores. */
  private static final int CALLS_AT_ONCE = 4;

  private static final int PATIENCE_MINUTES = 4;

  public Stack {
    outputs = Map.copyOf(outputs);
  }

  /** Deploys a template to the emulator as anybody would: with {@code sam deploy}. */
  public static Stack deploy(Emulator emulator, String name, Path template) {
    Stack stack =
        deploy(
            emulator.settings(),
            name,
            template,
            "JavaRuntime=provided.al2023",
            "FunctionConcurrency=" + CALLS_AT_ONCE,
            "MailIdentity=" + MAIL_IDENTITY);
    Differences.evenOut(emulator, stack);
    return stack;
  }

  /** Deploys a template to whatever that environment leads to. */
  static Stack deploy(
      Map<String, String> environment, String name, Path template, String... parameters) {
    if (!Files.exists(ZIP)) {
      throw new IllegalStateException(ZIP + " is missing: mvn -pl functions/handlers -am package");
    }
    List<String> arguments = new ArrayList<>();
    Collections.addAll(
        arguments,
        "deploy",
        "--template-file",
        template.toString(),
        "--stack-name",
        name,
        "--resolve-s3",
        "--capabilities",
        "CAPABILITY_IAM",
        "CAPABILITY_AUTO_EXPAND",
        "--no-confirm-changeset",
        "--no-fail-on-empty-changeset",
        "--no-progressbar",
        "--parameter-overrides");
    Collections.addAll(arguments, parameters);
    sam(environment, arguments.toArray(String[]::new));
    return read(name, environment);
  }

  /** One that is there, in the account that this process has credentials for. */
  public static Stack inAccount(String name) {
    Map<String, String> own = new TreeMap<>(System.getenv());
    own.keySet().removeIf(each -> !each.startsWith("AWS_"));
    return read(name, own);
  }

  /** What the template says under that name. */
  public String output(String key) {
    return Objects.requireNonNull(
        outputs.get(key), () -> "the stack " + name + " has no output " + key);
  }

  private static Stack read(String name, Map<String, String> environment) {
    String json =
        sam(environment, "list", "stack-outputs", "--stack-name", name, "--output", "json");
    try {
      Map<String, String> outputs = new TreeMap<>();
      for (JsonNode each : new ObjectMapper().readTree(json)) {
        outputs.put(each.path("OutputKey").asText(), each.path("OutputValue").asText());
      }
      return new Stack(name, outputs);
    } catch (IOException e) {
      throw new UncheckedIOException("SAM's answer is no JSON: " + json, e);
    }
  }

  /** What it printed; a failure tells all of its words. */
  private static String sam(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(Tools.tool("sam", "sam").toString()));
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(Emulator.LOGS);
      Path out = Files.createTempFile(Emulator.LOGS, "sam-", ".out");
      Path log = Files.createTempFile(Emulator.LOGS, "sam-", ".log");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().keySet().removeIf(each -> each.startsWith("AWS_"));
      builder.environment().putAll(environment);
      builder.environment().put("SAM_CLI_TELEMETRY", "0");
      Process process = builder.redirectOutput(out.toFile()).redirectError(log.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
      if (process.isAlive() || process.exitValue() != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + ": " + Files.readString(out) + Files.readString(log));
      }
      return Files.readString(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
