package dev.cutoff.local.dynamo;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.dynamodbv2.exceptions.DynamoDBLocalServiceException;
import com.amazonaws.services.dynamodbv2.local.embedded.DDBExceptionMappingInvocationHandler;
import com.amazonaws.services.dynamodbv2.local.shared.access.awssdkv2.converters.AwsServiceExceptionConverter;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * What DynamoDB Local throws as what AWS throws. Its own translation fills one builder of each kind
 * for all threads (version 2.6.1): of two writes refused in one instant each may be told the
 * other's reasons and rows. So those with reasons or rows are made here, and the others one at a
 * time.
 */
final class Refusals {

  private Refusals() {}

  static RuntimeException of(DynamoDBLocalServiceException refused) {
    return switch (former(refused)) {
      case com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException e ->
          ConditionalCheckFailedException.builder()
              .item(Values.today(e.getItem()))
              .requestId(e.getRequestId())
              .statusCode(e.getStatusCode())
              .awsErrorDetails(details(e))
              .build();
      case com.amazonaws.services.dynamodbv2.model.TransactionCanceledException e ->
          TransactionCanceledException.builder()
              .cancellationReasons(
                  e.getCancellationReasons().stream().map(Refusals::reason).toList())
              .requestId(e.getRequestId())
              .statusCode(e.getStatusCode())
              .awsErrorDetails(details(e))
              .build();
      case AmazonServiceException e -> other(e);
      case RuntimeException e -> e;
      case Throwable e -> throw new IllegalStateException(e);
    };
  }

  private static synchronized AwsServiceException other(AmazonServiceException e) {
    return AwsServiceExceptionConverter.convert(e);
  }

  // It throws what it is asked for.
  private static Throwable former(DynamoDBLocalServiceException refused) {
    try {
      DDBExceptionMappingInvocationHandler.handleDynamoDBLocalServiceException(refused, false);
      return refused;
    } catch (Throwable mapped) {
      return mapped;
    }
  }

  private static CancellationReason reason(
      com.amazonaws.services.dynamodbv2.model.CancellationReason reason) {
    return CancellationReason.builder()
        .code(reason.getCode())
        .message(reason.getMessage())
        .item(Values.today(reason.getItem()))
        .build();
  }

  private static AwsErrorDetails details(AmazonServiceException e) {
    return AwsErrorDetails.builder()
        .errorMessage(e.getErrorMessage())
        .errorCode(e.getErrorCode())
        .serviceName(e.getServiceName())
        .build();
  }
}
