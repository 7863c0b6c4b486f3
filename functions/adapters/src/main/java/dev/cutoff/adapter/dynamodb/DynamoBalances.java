package dev.cutoff.adapter.dynamodb;

import dev.cutoff.postage.PostageBalance;
import dev.cutoff.postage.application.PostageBalances;
import java.time.Duration;
import java.util.List;

/**
 * What accounts said of their balance, in DynamoDB: a row for each, all in one partition. That of
 * an account that nobody asks any more forgets itself.
 */
public final class DynamoBalances implements PostageBalances {
  private static final Duration KEPT = Duration.ofDays(30);

  private final Dynamo dynamo;
  private final String table;

  /** Makes the balances of these tables. */
  public DynamoBalances(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  @Override
  public List<PostageBalance> all() {
    return dynamo.below(table, Key.BALANCES, "").stream()
        .map(row -> dynamo.body().read(row, PostageBalance.class))
        .toList();
  }

  @Override
  public void save(PostageBalance balance) {
    dynamo.putOver(
        table,
        Item.of(Key.balance(balance.account()))
            .putAll(dynamo.body().of("balance of " + balance.account(), balance))
            .n(DynamoLastQuotes.EXPIRES, balance.askedAt().plus(KEPT).getEpochSecond()));
  }
}
