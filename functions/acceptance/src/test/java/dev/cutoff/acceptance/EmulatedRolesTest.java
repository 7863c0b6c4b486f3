package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.acceptance.emulator.Emulator;
import dev.cutoff.acceptance.emulator.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The functions' roles hold on the emulator: what the template does not allow does not happen. */
final class EmulatedRolesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** What lets Label write its attempts and the order's row. */
  private static final String STATEMENT = "{Sid: PutItemOrders,";

  @TempDir Path folder;

  @Test
  void anOrderStopsAtTheStepWhoseStatementIsMissingAndGoesOnOnceItIsBack() throws IOException {
    Emulator emulator = Emulator.start();
    try (emulator;
        DeployedShop shop = EmulatedShop.open(emulator, "narrow", withoutTheStatement());
        SfnClient stepFunctions = emulator.client(SfnClient.builder())) {
      Play play = new Play(shop, PATIENCE);
      AShopifyOrder order = AShopifyOrder.mug(90430);

      play.places(order).is(202);

      JsonNode exception = play.isHeld(order.orderId(), "INTERNAL_ERROR");
      assertThat(play.order(order.orderId()).path("shipments").findValues("trackingNumber"))
          .as("labels")
          .allMatch(JsonNode::isNull);
      assertThat(failures(stepFunctions, shop.executionArn(order.orderId() + "-1")))
          .as(exception.toString())
          .anySatisfy(cause ->
              assertThat(cause).contains("narrow-label", "not authorized", "dynamodb:PutItem"));

      Stack.deploy(emulator, "narrow", Stack.TEMPLATE);
      play.resolves(order.orderId(), Map.of("action", "retry")).is(200);

      play.becomes(order.orderId(), "labelled");
    }
  }

  /** The template, but for one statement of one role; the same functions, the same chain. */
  private Path withoutTheStatement() throws IOException {
    String template = Files.readString(Stack.TEMPLATE);
    int role = template.indexOf("\n  LabelRole:");
    int start = template.lastIndexOf('\n', template.indexOf(STATEMENT, role));
    int end = template.indexOf('\n', start + 1);
    assertThat(role).isPositive();
    assertThat(template.substring(start, end)).contains("dynamodb:PutItem");
    Path root = RunningShop.ROOT.toAbsolutePath();
    Path copy = folder.resolve("template.yaml");
    Files.writeString(
        copy,
        (template.substring(0, start) + template.substring(end))
            .replace("CodeUri: functions/", "CodeUri: " + root + "/functions/")
            .replace("DefinitionUri: statemachine/", "DefinitionUri: " + root + "/statemachine/"));
    return copy;
  }

  private static List<String> failures(SfnClient stepFunctions, String execution) {
    return stepFunctions
        .getExecutionHistory(request -> request.executionArn(execution))
        .events()
        .stream()
        .map(event ->
            event.lambdaFunctionFailedEventDetails() != null
                ? event.lambdaFunctionFailedEventDetails().cause()
                : event.taskFailedEventDetails() != null
                    ? event.taskFailedEventDetails().cause()
                    : "")
        .toList();
  }
}
