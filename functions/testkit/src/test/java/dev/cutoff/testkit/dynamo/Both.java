package dev.cutoff.testkit.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testkit.EmbeddedDynamo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** One table in DynamoDB Local and one in memory, asked the same. */
final class Both {
  /** As AWS documents the reason of a row that an update does not fit. */
  private static final String UNFIT = "ValidationError, ";

  final String table = EmbeddedDynamo.unusedName("both");
  private final DynamoDbClient local;
  private final DynamoDbClient memory;

  Both(EmbeddedDynamo embedded) {
    CreateTableRequest request = request(table);
    embedded.create(List.of(request));
    local = embedded.client();
    memory = InMemoryDynamo.with(List.of(request));
  }

  /** Asks both, compares what they say, and gives back the one answer. */
  String same(String what, Function<DynamoDbClient, Object> call) {
    String asLocal = told(local, call);
    String inMemory = told(memory, call);
    if (inMemory.contains(UNFIT) && !inMemory.equals(asLocal)) {
      // Here DynamoDB Local forgets that it is in a transaction.
      assertThat(asLocal)
          .as("%s: %s", what, inMemory)
          .startsWith("DynamoDbException ValidationException ");
      assertThat(inMemory)
          .as(what)
          .startsWith("cancelled [")
          .contains(UNFIT + asLocal.substring("DynamoDbException ValidationException ".length()));
      return inMemory;
    }
    assertThat(inMemory).as(what).isEqualTo(asLocal);
    return inMemory;
  }

  /** Compares all rows. */
  void sameRows() {
    assertThat(rows(memory)).isEqualTo(rows(local));
  }

  private Map<String, String> rows(DynamoDbClient client) {
    Map<String, String> rows = new TreeMap<>();
    client
        .scanPaginator(scan -> scan.tableName(table).limit(7))
        .items()
        .forEach(row ->
            rows.put(
                Objects.requireNonNull(row.get("pk")).s()
                    + "/"
                    + Objects.requireNonNull(row.get("sk")).s(),
                shown(row)));
    return rows;
  }

  private static String told(DynamoDbClient client, Function<DynamoDbClient, Object> call) {
    try {
      return shown(call.apply(client));
    } catch (TransactionCanceledException cancelled) {
      List<String> reasons = new ArrayList<>();
      for (CancellationReason reason : cancelled.cancellationReasons()) {
        reasons.add(
            reason.code()
                + ", "
                + plain(reason.message())
                + (reason.hasItem() ? shown(reason.item()) : ""));
      }
      return "cancelled " + reasons + cancelled.awsErrorDetails().errorCode();
    } catch (ConditionalCheckFailedException refused) {
      return "refused " + (refused.hasItem() ? shown(refused.item()) : "") + message(refused);
    } catch (DynamoDbException wrong) {
      return wrong.getClass().getSimpleName() + " " + message(wrong);
    }
  }

  private static String message(DynamoDbException wrong) {
    String message = wrong.awsErrorDetails().errorMessage();
    // What follows is where in the text it went wrong, which nobody reads.
    return wrong.awsErrorDetails().errorCode()
        + " "
        + plain(message.replaceAll("(Syntax error|; operator: ).*", "$1"));
  }

  /**
   * DynamoDB Local ends the same sentence with a full stop or without; and of an update that reads
   * and writes where nothing is either may be said.
   */
  private static @Nullable String plain(@Nullable String message) {
    if (message == null) {
      return null;
    }
    return (message.endsWith(".") ? message.substring(0, message.length() - 1) : message)
        .replace(
            "The provided expression refers to an attribute that does not exist in the item",
            "The document path provided in the update expression is invalid for update");
  }

  /** Maps sorted by name, sets by member. */
  static String shown(Object answer) {
    return switch (answer) {
      case AttributeValue value -> shown(value);
      case Map<?, ?> map -> {
        Map<String, String> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put(name.toString(), shown(value)));
        yield sorted.toString();
      }
      case List<?> list -> list.stream().map(Both::shown).toList().toString();
      default -> answer.toString();
    };
  }

  private static String shown(AttributeValue value) {
    return switch (value.type()) {
      case S -> "'" + value.s() + "'";
      case N -> value.n();
      case SS -> "SS" + value.ss().stream().sorted().toList();
      case NS -> "NS" + value.ns().stream().sorted().toList();
      case BS -> "BS" + value.bs().stream().map(each -> each.asUtf8String()).sorted().toList();
      case M -> shown(value.m());
      case L -> shown(value.l());
      case B -> "B" + value.b().asUtf8String();
      case BOOL -> value.bool().toString();
      default -> value.type().toString();
    };
  }

  private static CreateTableRequest request(String table) {
    return CreateTableRequest.builder()
        .tableName(table)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
        .attributeDefinitions(text("pk"), text("sk"), text("task"), text("taskAt"))
        .globalSecondaryIndexes(
            index("whole", ProjectionType.ALL), index("places", ProjectionType.KEYS_ONLY))
        .build();
  }

  private static GlobalSecondaryIndex index(String name, ProjectionType holds) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(key("task", KeyType.HASH), key("taskAt", KeyType.RANGE))
        .projection(projection -> projection.projectionType(holds))
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }
}
