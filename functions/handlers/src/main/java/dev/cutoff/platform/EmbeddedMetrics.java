package dev.cutoff.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

/**
 * Metrics as a line of the log, which CloudWatch takes for what they are (its embedded metric
 * format): no call, no permission.
 */
final class EmbeddedMetrics implements Metrics {
  private static final String NAMESPACE = "Cutoff";
  private static final String DIMENSION = "Stack";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String stack;
  private final InstantSource clock;
  private final PrintStream out;

  EmbeddedMetrics(String stack, InstantSource clock, PrintStream out) {
    this.stack = stack;
    this.clock = clock;
    this.out = out;
  }

  @Override
  public void report(Map<String, Long> counts) {
    ObjectNode line = JSON.createObjectNode();
    ObjectNode about = line.putObject("_aws");
    about.put("Timestamp", clock.instant().toEpochMilli());
    ObjectNode directive = about.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", NAMESPACE);
    directive.putArray("Dimensions").addArray().add(DIMENSION);
    ArrayNode metrics = directive.putArray("Metrics");
    line.put(DIMENSION, stack);
    counts.forEach((name, count) -> {
      metrics.addObject().put("Name", name).put("Unit", "Count");
      line.put(name, count);
    });
    out.println(line);
  }
}
