package dev.cutoff.testkit.dynamo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What random requests are made of: conditions, changes, rows. */
final class Words {
  private static final List<String> PATHS =
      List.of(
          "n", "#n", "words", "m.n", "m.#deep.n", "things[0]", "things[2]", "tags", "gone", "yes");
  private static final List<String> CHANGES =
      List.of(
          "SET n = n + :one",
          "SET n = if_not_exists(n, :one) - :two",
          "SET #n = :two, m.n = :one",
          "SET m.#deep.n = m.n + :one",
          "SET things[0] = :text, things[5] = :one",
          "SET things = list_append(things, :list)",
          "SET things = list_append(if_not_exists(things, :list), :list)",
          "SET m = :map REMOVE words",
          "SET m.#deep = :map",
          "SET n = :text",
          "SET gone = n",
          "SET words = :text, n = n - :two REMOVE things[0], things[1]",
          "REMOVE m.n, gone",
          "REMOVE m.#deep.n",
          "ADD n :two",
          "ADD n :two, tags :set",
          "ADD m.n :one",
          "DELETE tags :set",
          "SET n = m.n, m.n = n",
          "SET n = :one, n = :two",
          "SET m = :map, m.n = :one",
          "SET n = words + :one");
  private final RandomGenerator random;

  Words(RandomGenerator random) {
    this.random = random;
  }

  String change() {
    return CHANGES.get(random.nextInt(CHANGES.size()));
  }

  @Nullable String condition() {
    return random.nextInt(3) == 0 ? null : condition(2);
  }

  private String condition(int depth) {
    if (depth > 0 && random.nextInt(2) == 0) {
      return switch (random.nextInt(3)) {
        case 0 -> condition(depth - 1) + " AND " + condition(depth - 1);
        case 1 -> "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")";
        default -> "NOT " + condition(0);
      };
    }
    String path = PATHS.get(random.nextInt(PATHS.size()));
    List<String> signs = List.of("=", "<>", "<", "<=", ">", ">=");
    String sign = " " + signs.get(random.nextInt(signs.size())) + " ";
    return switch (random.nextInt(9)) {
      case 0 -> "attribute_exists(" + path + ")";
      case 1, 2 -> "attribute_not_exists(" + path + ")";
      case 3 -> path + sign + ":one";
      case 4 -> path + sign + ":text";
      case 5 -> "begins_with(" + path + ", :low)";
      case 6 -> "size(" + path + ")" + sign + ":one";
      case 7 -> "contains(" + path + ", :text)";
      default -> path + " IN (:one, :two, :text)";
    };
  }

  Map<String, AttributeValue> row(Map<String, AttributeValue> key) {
    Map<String, AttributeValue> row = new LinkedHashMap<>(key);
    maybe(row, "n", number());
    maybe(row, "words", text("t" + random.nextInt(3)));
    maybe(row, "yes", AttributeValue.fromBool(random.nextBoolean()));
    maybe(row, "tags", AttributeValue.fromSs(List.of("t1", "t" + (2 + random.nextInt(3)))));
    maybe(row, "things", AttributeValue.fromL(List.of(text("t1"), number(), text("t2"))));
    maybe(
        row,
        "m",
        AttributeValue.fromM(
            Map.of("n", number(), "deep", AttributeValue.fromM(Map.of("n", number())))));
    maybe(row, "raw", AttributeValue.fromB(SdkBytes.fromUtf8String("täxt")));
    if (random.nextBoolean()) {
      row.put("task", text("s1"));
      // Equal places have no order that is promised.
      row.put("taskAt", text("t" + random.nextLong(Long.MAX_VALUE)));
    }
    return row;
  }

  private void maybe(Map<String, AttributeValue> row, String name, AttributeValue value) {
    if (random.nextInt(4) > 0) {
      row.put(name, value);
    }
  }

  private AttributeValue number() {
    List<String> numbers = List.of("0", "1", "2", "-3", "1.5", "12345678901234567890", "3");
    return AttributeValue.fromN(numbers.get(random.nextInt(numbers.size())));
  }

  static @Nullable Map<String, String> named(@Nullable String used) {
    Map<String, String> names = new HashMap<>(Map.of("#n", "n", "#deep", "deep"));
    names.keySet().removeIf(name -> used == null || !used.matches(".*" + name + "\\b.*"));
    return names.isEmpty() ? null : names;
  }

  static @Nullable Map<String, AttributeValue> given(@Nullable String used) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":one", AttributeValue.fromN("1"));
    values.put(":two", AttributeValue.fromN("2"));
    values.put(":text", text("t1"));
    values.put(":low", text("s1"));
    values.put(":pk", text("p1"));
    values.put(":list", AttributeValue.fromL(List.of(AttributeValue.fromN("1"), text("t1"))));
    values.put(":set", AttributeValue.fromSs(List.of("t2", "t1")));
    values.put(
        ":map",
        AttributeValue.fromM(
            Map.of(
                "n",
                AttributeValue.fromN("7"),
                "deep",
                AttributeValue.fromM(Map.of("n", AttributeValue.fromN("1"))))));
    values.keySet().removeIf(name -> used == null || !used.matches(".*" + name + "\\b.*"));
    return values.isEmpty() ? null : values;
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
