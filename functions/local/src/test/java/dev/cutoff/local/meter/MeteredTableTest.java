package dev.cutoff.local.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class MeteredTableTest {
  private static final MeteredTable TABLE =
      new MeteredTable(
          "orders",
          List.of("pk", "sk"),
          List.of(
              new MeteredTable.Index(
                  "byState",
                  List.of("state", "created"),
                  Set.of("pk", "sk", "state", "created", "store"))));

  @Test
  void anItemWithoutTheIndexesKeyCostsNothingThere() {
    assertThat(writes(Map.of(), item("state", "held"))).isZero();
  }

  @Test
  void theFirstEntryIsAPut() {
    assertThat(writes(Map.of(), item("state", "held", "created", "1"))).isEqualTo(1);
  }

  @Test
  void anotherKeyIsADeleteAndAPut() {
    assertThat(
            writes(item("state", "held", "created", "1"), item("state", "shipped", "created", "1")))
        .isEqualTo(2);
  }

  @Test
  void anotherHeldAttributeIsAReplacement() {
    assertThat(
            writes(
                item("state", "held", "created", "1", "store", "a"),
                item("state", "held", "created", "1", "store", "b")))
        .isEqualTo(1);
  }

  @Test
  void anAttributeThatTheIndexDoesNotHoldCostsNothing() {
    assertThat(
            writes(
                item("state", "held", "created", "1", "body", "a"),
                item("state", "held", "created", "1", "body", "b")))
        .isZero();
  }

  @Test
  void losingTheKeyIsADelete() {
    assertThat(writes(item("state", "held", "created", "1"), item("created", "1"))).isEqualTo(1);
    assertThat(writes(item("state", "held", "created", "1"), Map.of())).isEqualTo(1);
  }

  @Test
  void anEntryIsBilledByWhatTheIndexHolds() {
    String text = "x".repeat(1500);
    assertThat(writes(Map.of(), item("state", "held", "created", "1", "body", text))).isEqualTo(1);
    assertThat(writes(Map.of(), item("state", "held", "created", "1", "store", text))).isEqualTo(2);
  }

  private static long writes(
      Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    return TABLE.indexWrites(before, after).getOrDefault("byState", 0L);
  }

  private static Map<String, AttributeValue> item(String... namesAndValues) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", AttributeValue.fromS("O#1"));
    item.put("sk", AttributeValue.fromS("ORDER"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      item.put(namesAndValues[i], AttributeValue.fromS(namesAndValues[i + 1]));
    }
    return item;
  }
}
