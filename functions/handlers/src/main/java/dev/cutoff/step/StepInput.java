package dev.cutoff.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.order.OrderId;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the state machine hands to a step.
 *
 * @param step the state that failed; only for Hold
 * @param error the error's name; only for Hold
 * @param escalation 0 for the first owner; only for Hold
 * @param queued whether the order has queued for its units; only for Reserve
 * @param taskToken only for states that wait
 */
record StepInput(
    OrderId orderId,
    int attempt,
    String step,
    String error,
    int escalation,
    boolean queued,
    @Nullable String taskToken) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static StepInput read(InputStream in) throws IOException {
    JsonNode input = JSON.readTree(in);
    if (!input.path("orderId").isTextual() || !input.path("attempt").canConvertToInt()) {
      throw new IllegalArgumentException(
          "a step wants {\"orderId\": \"DTC-90412\", \"attempt\": 1}");
    }
    JsonNode token = input.path("taskToken");
    return new StepInput(
        new OrderId(input.path("orderId").textValue()),
        input.path("attempt").intValue(),
        input.path("step").asText(""),
        input.path("error").path("Error").asText("unknown"),
        input.path("escalation").asInt(0),
        input.path("queued").asBoolean(false),
        token.isTextual() ? token.textValue() : null);
  }

  String token() {
    if (taskToken == null) {
      throw new IllegalArgumentException("a waiting step wants a taskToken");
    }
    return taskToken;
  }
}
