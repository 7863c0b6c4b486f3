package dev.cutoff.adapter.carrier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.tracking.application.TrackingSource.Reading;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Bodies of tracking webhooks as JSON, bounded in size and depth. */
public final class TrackingJson {
  private static final int MOST_BYTES = 1 << 20;

  private final int deepest;
  private final ObjectMapper json;

  /**
   * Reads bodies.
   *
   * @param deepest levels of nesting
   */
  public TrackingJson(int deepest) {
    this.deepest = deepest;
    this.json =
        new ObjectMapper(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(deepest).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** What is made of the body, or why it can't be read. */
  public Reading read(byte[] body, Function<JsonNode, Reading> how) {
    if (body.length > MOST_BYTES) {
      return refused("the body is larger than " + MOST_BYTES + " bytes");
    }
    JsonNode told;
    try {
      told = json.readTree(body);
    } catch (IOException unreadable) {
      // Without its message, which would quote the body.
      return refused("the body is no JSON, or nested deeper than " + deepest + " levels");
    }
    return how.apply(told);
  }

  /** Nothing of it can be used. */
  public static Reading refused(String why) {
    return new Reading(List.of(), List.of(why));
  }
}
