package dev.cutoff.local.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

final class LocalDynamoTest {

  private static final CreateTableRequest TABLE = Tables.table("things", "id", null);
  private static final Map<String, AttributeValue> THING = Map.of("id", AttributeValue.fromS("1"));

  @Test
  void rowsInAFolderAreThereAfterARestartAndTablesAreMadeOnce(@TempDir Path folder) {
    try (LocalDynamo first = LocalDynamo.in(folder).ensure(List.of(TABLE))) {
      first.client().putItem(p -> p.tableName("things").item(THING));
    }
    try (LocalDynamo second = LocalDynamo.in(folder).ensure(List.of(TABLE))) {
      assertThat(second.client().getItem(g -> g.tableName("things").key(THING)).item())
          .isEqualTo(THING);
    }
  }

  @Test
  void aFolderInUseIsNotOpenedTwice(@TempDir Path folder) {
    try (LocalDynamo first = LocalDynamo.in(folder)) {
      assertThatThrownBy(() -> LocalDynamo.in(folder))
          .hasMessageContaining("in use by another run");
      assertThat(first.client().listTables().tableNames()).isEmpty();
    }
  }

  @Test
  void aFolderCanBeOpenedAgainAtOnceAfterItWasClosed(@TempDir Path folder) {
    for (int i = 0; i < 20; i++) {
      String id = Integer.toString(i);
      try (LocalDynamo dynamo = LocalDynamo.in(folder).ensure(List.of(TABLE))) {
        dynamo
            .client()
            .putItem(p -> p.tableName("things").item(Map.of("id", AttributeValue.fromS(id))));
        assertThat(dynamo.client().scan(s -> s.tableName("things")).count()).isEqualTo(i + 1);
      }
    }
  }

  @Test
  void theLibrarysOwnLogIsOff() {
    assertThat(LogManager.getLogger("com.amazonaws.services.dynamodbv2.local").isFatalEnabled())
        .isFalse();
    assertThat(LogManager.getRootLogger().isFatalEnabled()).isFalse();
  }

  @Test
  void nothingIsPrintedOnTheConsole() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream catcher = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(catcher);
    System.setErr(catcher);
    try (LocalDynamo dynamo = LocalDynamo.inMemory().ensure(List.of(TABLE))) {
      dynamo.client().putItem(p -> p.tableName("things").item(THING));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
