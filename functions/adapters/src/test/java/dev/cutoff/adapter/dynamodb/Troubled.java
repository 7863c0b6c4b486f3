package dev.cutoff.adapter.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * What DynamoDB does and DynamoDB Local does not: writes that lose against other transactions,
 * answers that never arrive, batches that come back half read.
 */
final class Troubled implements DynamoDbClient {
  private final DynamoDbClient real;
  private final RandomGenerator random;
  private final double conflicts;
  private final double lostAnswers;
  private final AtomicInteger transactions = new AtomicInteger();
  private final AtomicReference<String> deafTo = new AtomicReference<>("");
  private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

  Troubled(DynamoDbClient real, RandomGenerator random, double conflicts, double lostAnswers) {
    this.real = real;
    this.random = random;
    this.conflicts = conflicts;
    this.lostAnswers = lostAnswers;
  }

  /** Something that others do between the next look and the write that follows it. */
  void meanwhile(Runnable others) {
    meanwhile.set(others);
  }

  /** From now on writes of rows with that sort key happen, and nobody is told. */
  void loseAnswersOf(String sk) {
    deafTo.set(sk);
  }

  /** How many transactions were asked for, conflicts included. */
  int transactions() {
    return transactions.get();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    transactions.incrementAndGet();
    meanwhile.getAndSet(() -> {}).run();
    if (chance(conflicts)) {
      int loser = number(request.transactItems().size());
      List<CancellationReason> reasons =
          IntStream.range(0, request.transactItems().size())
              .mapToObj(item -> item == loser ? "TransactionConflict" : "None")
              .map(code -> CancellationReason.builder().code(code).build())
              .toList();
      throw TransactionCanceledException.builder()
          .message("conflict")
          .cancellationReasons(reasons)
          .build();
    }
    return answer(() -> real.transactWriteItems(request));
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return written(() -> {
      PutItemResponse answer = real.putItem(request);
      if (deafTo.get().equals(Item.text(request.item(), "sk"))) {
        throw SdkClientException.create("the answer was lost");
      }
      return answer;
    });
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return written(() -> real.updateItem(request));
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return written(() -> real.deleteItem(request));
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return real.getItem(request);
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return real.scan(request);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return real.query(request);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    String table = request.requestItems().keySet().iterator().next();
    KeysAndAttributes wanted = request.requestItems().values().iterator().next();
    List<Map<String, AttributeValue>> keys = wanted.keys();
    if (keys.size() < 2 || conflicts == 0) {
      return real.batchGetItem(request);
    }
    int half = keys.size() / 2;
    KeysAndAttributes now = wanted.toBuilder().keys(keys.subList(0, half)).build();
    KeysAndAttributes later = wanted.toBuilder().keys(keys.subList(half, keys.size())).build();
    return real.batchGetItem(get -> get.requestItems(Map.of(table, now))).toBuilder()
        .unprocessedKeys(Map.of(table, later))
        .build();
  }

  @Override
  public String serviceName() {
    return real.serviceName();
  }

  @Override
  public void close() {
    // The real one belongs to all tests.
  }

  private <T> T written(Supplier<T> write) {
    if (chance(conflicts)) {
      throw TransactionConflictException.builder().message("conflict").build();
    }
    return answer(write);
  }

  private <T> T answer(Supplier<T> write) {
    T answer = write.get();
    if (chance(lostAnswers)) {
      throw SdkClientException.create("the answer was lost");
    }
    return answer;
  }

  private synchronized boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private synchronized int number(int below) {
    return random.nextInt(below);
  }
}
