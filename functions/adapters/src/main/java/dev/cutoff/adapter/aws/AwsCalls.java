package dev.cutoff.adapter.aws;

import dev.cutoff.effect.application.TryAgainLater;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * The one place that tells failures that may pass by themselves from mistakes of ours. What AWS
 * could not answer, or was too busy for, is {@link TryAgainLater}; the rest (no permission, a
 * request that is wrong) goes on as it is.
 */
public final class AwsCalls {
  private static final Set<String> PASSING =
      Set.of(
          "ConditionalRequestConflict",
          "OperationAborted",
          "RequestTimeout",
          "RequestTimeoutException",
          "TransactionInProgressException");

  private AwsCalls() {}

  /**
   * Makes the call.
   *
   * @param what names the system and what is asked, for the message: "DynamoDB: save order"
   */
  public static <T> T call(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException failure) {
      if (mayPass(failure)) {
        throw new TryAgainLater(what + ": " + name(failure), failure);
      }
      throw failure;
    }
  }

  private static boolean mayPass(SdkException failure) {
    return switch (failure) {
      case SdkClientException noAnswer -> true;
      case AwsServiceException answer when PASSING.contains(code(answer)) -> true;
      case SdkServiceException answer ->
          answer.statusCode() >= 500
              || answer.statusCode() == 429
              || answer.isThrottlingException()
              || answer.isClockSkewException();
      default -> failure.retryable();
    };
  }

  private static String name(SdkException failure) {
    String code = failure instanceof AwsServiceException answer ? code(answer) : "";
    return code.isEmpty() ? failure.getClass().getSimpleName() : code;
  }

  private static String code(AwsServiceException answer) {
    return answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
        ? ""
        : answer.awsErrorDetails().errorCode();
  }
}
