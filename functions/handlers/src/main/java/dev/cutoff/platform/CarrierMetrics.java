package dev.cutoff.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierHealth.Operation;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Each question to a carrier as a line of the log in CloudWatch's embedded metric format: how long
 * it took, and whether it was answered. Over all functions CloudWatch makes the figures of a
 * carrier and operation of them, which no process here knows alone.
 */
final class CarrierMetrics implements CarrierHealth.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String stack;
  private final InstantSource clock;
  private final PrintStream out;

  CarrierMetrics(String stack, InstantSource clock, PrintStream out) {
    this.stack = stack;
    this.clock = clock;
    this.out = out;
  }

  @Override
  public void asked(String carrier, Operation operation, Duration took, boolean answered) {
    ObjectNode line = JSON.createObjectNode();
    ObjectNode about = line.putObject("_aws");
    about.put("Timestamp", clock.instant().toEpochMilli());
    ObjectNode directive = about.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", "Cutoff");
    directive.putArray("Dimensions").addArray().add("Stack").add("Carrier").add("Operation");
    var metrics = directive.putArray("Metrics");
    metrics.addObject().put("Name", "CarrierLatency").put("Unit", "Milliseconds");
    metrics.addObject().put("Name", "CarrierFailures").put("Unit", "Count");
    line.put("Stack", stack);
    line.put("Carrier", carrier);
    line.put("Operation", operation.name().toLowerCase(Locale.ROOT));
    line.put("CarrierLatency", took.toMillis());
    line.put("CarrierFailures", answered ? 0 : 1);
    out.println(line);
  }
}
