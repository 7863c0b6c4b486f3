package dev.cutoff.testkit.dynamo;

import dev.cutoff.testkit.EmbeddedDynamo;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tables in memory answer what DynamoDB Local answers, and hold the same rows afterwards. */
@ExtendWith(EmbeddedDynamo.Extension.class)
final class InMemoryDynamoTest {
  private static final int REQUESTS = 400;
  private final EmbeddedDynamo embedded;

  InMemoryDynamoTest(EmbeddedDynamo embedded) {
    this.embedded = embedded;
  }

  @Test
  void random_requests_get_the_same_answers_and_leave_the_same_rows() {
    for (long seed = 1; seed <= 6; seed++) {
      Both both = new Both(embedded);
      RandomRequests requests = new RandomRequests(new SplittableRandom(seed), both.table);
      for (int i = 0; i < REQUESTS; i++) {
        both.same("seed " + seed + ", request " + i, requests.next());
      }
      both.sameRows();
    }
  }

  @Test
  void requests_at_the_limits_and_beyond_them_get_the_same_answers() {
    Both both = new Both(embedded);
    new HandPicked(both.table).all().forEach(both::same);
    both.sameRows();
  }
}
