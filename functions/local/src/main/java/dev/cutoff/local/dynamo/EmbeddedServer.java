package dev.cutoff.local.dynamo;

import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import com.amazonaws.services.dynamodbv2.local.shared.jobs.JobsRegister;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Does what {@code DynamoDBEmbedded.create} does but for two things: that tells its maker of each
 * start, and drags in the clients of three more services for it; and it hands out a client that is
 * slow to translate.
 */
record EmbeddedServer(
    DataAccess access, LocalDBClient local, DynamoDbClient client, @Nullable SharedSync sync) {

  private static final int JOBS = 10;

  static EmbeddedServer start(DataAccess access, @Nullable SharedSync sync) {
    ExecutorService jobs = Executors.newFixedThreadPool(JOBS);
    LocalDBClient local = new LocalDBClient(access, new JobsRegister(jobs, false));
    Runnable written = sync == null ? () -> {} : sync::await;
    return new EmbeddedServer(access, local, new EmbeddedClient(local, written), sync);
  }

  void shutdown() {
    local.shutdownNow();
    access.awaitClosed();
    if (sync != null) {
      sync.close();
    }
  }
}
