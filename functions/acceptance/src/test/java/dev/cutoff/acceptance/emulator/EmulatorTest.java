package dev.cutoff.acceptance.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The emulator comes and goes without a trace. */
final class EmulatorTest {
  @Test
  void itAnswersWhileItIsOpenAndLeavesNoProcessBehind() {
    List<ProcessHandle> started;
    Emulator emulator = Emulator.start();
    int port = emulator.endpoint().getPort();
    try (emulator;
        DynamoDbClient dynamo = emulator.client(DynamoDbClient.builder())) {
      started = ProcessHandle.current().descendants().toList();
      assertThat(dynamo.listTables().tableNames()).isEmpty();
      assertThat(started).as("the guard and the emulator").hasSizeGreaterThanOrEqualTo(2);
    }

    assertThat(started).noneMatch(ProcessHandle::isAlive);
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
  }
}
