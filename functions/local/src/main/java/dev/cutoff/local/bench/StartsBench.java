package dev.cutoff.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cutoff.local.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long each function takes from its launch to its first answer, out of the very zip, under the
 * Runtime API, with and without the JDK's ahead-of-time cache. AWS refuses everything in it: the
 * first answer has made its first signed call, and no more.
 */
final class StartsBench {
  private static final int RUNS = 5;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private StartsBench() {}

  /** One function's figures, in milliseconds. */
  private record Row(String function, double[] plain, double[] cached) {
    static double median(double[] runs) {
      double[] sorted = runs.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }

    static String told(double[] runs) {
      return "%,5.0f (%,.0f to %,.0f)"
          .formatted(
              median(runs),
              Arrays.stream(runs).min().orElseThrow(),
              Arrays.stream(runs).max().orElseThrow());
    }
  }

  static int run(Path root, @Nullable Path json, PrintStream out)
      throws IOException, InterruptedException {
    Path zip = root.resolve("functions/handlers/target/cutoff-functions.zip");
    if (!Files.exists(zip)) {
      throw new Options.Wrong("there is no zip yet; make it with: mvn -q -DskipTests package");
    }
    Path work = Files.createTempDirectory("cutoff-starts");
    try {
      Path taskRoot = unpack(zip, Files.createDirectory(work.resolve("task")));
      Start start = new Start(taskRoot, root.resolve("functions/handlers/target/runtime-client"));
      out.printf(
          "%d starts each; zip of %,d bytes; %d processors, Java %s, %s%n%n",
          RUNS,
          Files.size(zip),
          Runtime.getRuntime().availableProcessors(),
          Runtime.version(),
          System.getProperty("os.name"));
      out.printf("%-16s %24s %24s%n", "launch to answer", "ms, median (range)", "with AOT cache");
      List<Row> rows = new ArrayList<>();
      for (Map.Entry<String, String> function : handlers(root).entrySet()) {
        Row row = measure(start, function, sample(root, function.getKey()), work);
        out.printf(
            "%-16s %24s %24s%n", row.function(), Row.told(row.plain()), Row.told(row.cached()));
        rows.add(row);
      }
      if (json != null) {
        Files.write(json, JSON.writeValueAsBytes(asJson(rows, Files.size(zip))));
      }
      return 0;
    } finally {
      Scratch.delete(work);
    }
  }

  private static Row measure(
      Start start, Map.Entry<String, String> function, byte[] event, Path work)
      throws IOException, InterruptedException {
    String handler = function.getValue();
    Path cache = work.resolve(function.getKey() + ".aot");
    start.ms(handler, event, "-XX:AOTCacheOutput=" + cache);
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the training run of " + handler + " left no cache");
    }
    double[] plain = new double[RUNS];
    double[] cached = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      plain[run] = start.ms(handler, event, "");
      cached[run] = start.ms(handler, event, "-XX:AOTCache=" + cache);
    }
    return new Row(function.getKey(), plain, cached);
  }

  /** Handlers by the folder of their sample events, from the template. */
  private static Map<String, String> handlers(Path root) throws IOException {
    JsonNode resources =
        new YAMLMapper().readTree(root.resolve("template.yaml").toFile()).path("Resources");
    Map<String, String> handlers = new LinkedHashMap<>();
    for (JsonNode resource : resources) {
      if (resource.path("Type").asText().equals("AWS::Serverless::Function")) {
        JsonNode properties = resource.path("Properties");
        handlers.put(
            properties.path("FunctionName").asText().replace("${AWS::StackName}-", ""),
            properties.path("Handler").asText().replace("::handleRequest", ""));
      }
    }
    return handlers;
  }

  private static byte[] sample(Path root, String function) throws IOException {
    try (Stream<Path> samples = Files.list(root.resolve("events").resolve(function))) {
      return Files.readAllBytes(samples.sorted().findFirst().orElseThrow());
    }
  }

  private static ObjectNode asJson(List<Row> rows, long zipBytes) {
    ObjectNode all = JSON.createObjectNode();
    all.put("name", "starts");
    all.put("ok", true);
    all.putObject("figures").put("zipBytes", zipBytes).put("runs", RUNS);
    ArrayNode list = all.putArray("rows");
    rows.forEach(row ->
        list.addObject()
            .put("function", row.function())
            .put("medianMs", Row.median(row.plain()))
            .put("medianMsWithAotCache", Row.median(row.cached())));
    return all;
  }

  private static Path unpack(Path zip, Path to) throws IOException {
    try (FileSystem files =
            FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true));
        Stream<Path> entries = Files.walk(files.getPath("/"))) {
      for (Path entry : entries.filter(Files::isRegularFile).toList()) {
        Path file = to.resolve(entry.toString().substring(1));
        Files.createDirectories(file.getParent());
        Files.copy(entry, file);
        Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(entry));
      }
    }
    return to;
  }
}
