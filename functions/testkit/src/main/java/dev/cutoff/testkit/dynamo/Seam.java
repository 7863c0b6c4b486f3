package dev.cutoff.testkit.dynamo;

import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * What stands between a client and the tables: it may wait, change the request, refuse it, or throw
 * before or after the tables have answered.
 */
public interface Seam {
  <Q extends DynamoDbRequest, A extends DynamoDbResponse> A pass(Q request, Function<Q, A> tables);

  /** Nothing in between. */
  static Seam none() {
    return new Seam() {
      @Override
      public <Q extends DynamoDbRequest, A extends DynamoDbResponse> A pass(
          Q request, Function<Q, A> tables) {
        return tables.apply(request);
      }
    };
  }
}
