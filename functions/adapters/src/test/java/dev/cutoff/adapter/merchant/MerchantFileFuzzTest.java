package dev.cutoff.adapter.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A file may be wrong in any way; the reader then says so and never falls over. */
final class MerchantFileFuzzTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final MerchantCheck checker = new MerchantCheck();

  @Test
  void bytesThatWereCutOrTornNeverThrow() {
    byte[] whole = ExampleShop.file();
    Random random = new Random(20_261_124);
    for (int i = 0; i < 100; i++) {
      byte[] torn = Arrays.copyOf(whole, random.nextInt(whole.length - 2));
      for (int hits = random.nextInt(4); hits > 0 && torn.length > 0; hits--) {
        torn[random.nextInt(torn.length)] = (byte) random.nextInt(256);
      }
      assertThat(MerchantFile.read(torn)).isInstanceOf(MerchantFile.Wrong.class);
    }
  }

  @Test
  void valuesThatWereRemovedOrReplacedNeverThrow() throws IOException {
    int wrong = 0;
    for (long seed = 0; seed < 200; seed++) {
      byte[] json = mutated(new Random(seed));
      MerchantFile.Reading lean = MerchantFile.read(json);
      MerchantFile.Reading checked = checker.check(json);
      // What runs in production takes nothing that the checker would have refused.
      assertThat(lean.getClass()).as("seed %d: %s", seed, checked).isEqualTo(checked.getClass());
      if (checked instanceof MerchantFile.Wrong(List<Problem> problems)) {
        wrong++;
        assertThat(problems).as("seed %d", seed).isNotEmpty();
        assertThat(problems)
            .allSatisfy(problem -> {
              assertThat(problem.line()).isPositive();
              assertThat(problem.message()).isNotBlank().doesNotEndWith(": ");
            });
      }
    }
    assertThat(wrong).isGreaterThan(120);
  }

  private static byte[] mutated(Random random) throws IOException {
    JsonNode file = MAPPER.readTree(ExampleShop.file());
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      List<ContainerNode<?>> parents = new ArrayList<>();
      collect(file, parents);
      mutate(parents.get(random.nextInt(parents.size())), random);
    }
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
  }

  private static void collect(JsonNode node, List<ContainerNode<?>> parents) {
    if (node instanceof ContainerNode<?> parent && !parent.isEmpty()) {
      // Rate cards are most of the file; the rest shall have its share.
      if (!(node instanceof ArrayNode list && list.path(0).isTextual() && list.size() > 8)) {
        parents.add(parent);
      }
      node.forEach(child -> collect(child, parents));
    }
  }

  private static void mutate(ContainerNode<?> parent, Random random) {
    int at = random.nextInt(parent.size());
    switch (parent) {
      case ObjectNode object -> {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (random.nextBoolean()) {
          object.remove(names.get(at));
        } else {
          object.set(names.get(at), junk(random));
        }
      }
      case ArrayNode array -> {
        if (random.nextBoolean()) {
          array.remove(at);
        } else {
          array.set(at, junk(random));
        }
      }
      default -> throw new AssertionError(parent.getClass());
    }
  }

  private static JsonNode junk(Random random) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (random.nextInt(12)) {
      case 0 -> nodes.nullNode();
      case 1 -> nodes.numberNode(-1);
      case 2 -> nodes.numberNode(99_999_999_999L);
      case 3 -> nodes.numberNode(1e300);
      case 4 -> nodes.textNode("");
      case 5 -> nodes.textNode(" x ");
      case 6 -> nodes.textNode("x");
      case 7 -> nodes.booleanNode(true);
      case 8 -> nodes.arrayNode();
      case 9 -> nodes.objectNode();
      case 10 -> nodes.textNode("2026-02-30");
      default -> nodes.objectNode().put("x", 1);
    };
  }
}
