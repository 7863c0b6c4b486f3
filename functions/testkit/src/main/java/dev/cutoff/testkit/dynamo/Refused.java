package dev.cutoff.testkit.dynamo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What DynamoDB throws, made as the SDK makes it. */
final class Refused {
  private static final String CONDITION = "The conditional request failed";

  private Refused() {}

  /** A request that can't be right, whatever is in the table. */
  static DynamoDbException request(String message) {
    return (DynamoDbException)
        DynamoDbException.builder()
            .message(message)
            .statusCode(400)
            .awsErrorDetails(details("ValidationException", message))
            .build();
  }

  /** A request that what is in the row makes wrong: a reason of its own in a transaction. */
  static Unfit row(String message) {
    return new Unfit(message);
  }

  static ConditionalCheckFailedException condition(@Nullable Map<String, AttributeValue> row) {
    ConditionalCheckFailedException.Builder refused = ConditionalCheckFailedException.builder();
    if (row != null) {
      refused.item(row);
    }
    return refused
        .message(CONDITION)
        .statusCode(400)
        .awsErrorDetails(details("ConditionalCheckFailedException", CONDITION))
        .build();
  }

  static ResourceNotFoundException noTable() {
    String message = "Cannot do operations on a non-existent table";
    return ResourceNotFoundException.builder()
        .message(message)
        .statusCode(400)
        .awsErrorDetails(details("ResourceNotFoundException", message))
        .build();
  }

  static ResourceInUseException tableThere() {
    String message = "Cannot create preexisting table";
    return ResourceInUseException.builder()
        .message(message)
        .statusCode(400)
        .awsErrorDetails(details("ResourceInUseException", message))
        .build();
  }

  static TransactionCanceledException cancelled(List<CancellationReason> reasons) {
    String message =
        "Transaction cancelled, please refer cancellation reasons for specific reasons "
            + reasons.stream().map(CancellationReason::code).toList();
    return TransactionCanceledException.builder()
        .cancellationReasons(reasons)
        .message(message)
        .statusCode(400)
        .awsErrorDetails(details("TransactionCanceledException", message))
        .build();
  }

  static CancellationReason none() {
    return NONE;
  }

  static CancellationReason reason(Unfit unfit) {
    return CancellationReason.builder().code("ValidationError").message(unfit.message()).build();
  }

  static CancellationReason reason(ConditionalCheckFailedException refused) {
    CancellationReason.Builder reason =
        CancellationReason.builder().code("ConditionalCheckFailed").message(CONDITION);
    return (refused.hasItem() ? reason.item(refused.item()) : reason).build();
  }

  /** Two that wrote one row in the same instant: the loser's answer, for whoever plays it. */
  static CancellationReason conflict() {
    return CancellationReason.builder()
        .code("TransactionConflict")
        .message("Transaction is ongoing for the item")
        .build();
  }

  private static final CancellationReason NONE = CancellationReason.builder().code("None").build();

  private static AwsErrorDetails details(String code, String message) {
    return AwsErrorDetails.builder()
        .errorCode(code)
        .errorMessage(message)
        .serviceName("DynamoDB")
        .build();
  }

  /** Not for this row. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String message;

    private Unfit(String message) {
      super(message, null, false, false);
      this.message = message;
    }

    String message() {
      return message;
    }
  }
}
