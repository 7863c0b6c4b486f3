package dev.cutoff.adapter.dynamodb;

import dev.cutoff.stock.StockLevel;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.StockBooksContract;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoStockBooksTest extends StockBooksContract {
  private final EmbeddedDynamo dynamo;
  private @Nullable Dynamo tables;

  DynamoStockBooksTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected Kept fresh() {
    Dynamo fresh = Embedded.fresh(dynamo);
    tables = fresh;
    return new Kept(new DynamoStock(fresh), new DynamoStockBooks(fresh));
  }

  @Override
  protected void tamper(StockLevel level) {
    Dynamo there = Objects.requireNonNull(tables);
    TransactWriteItem change =
        new StockRows(there.tables().stock())
            .change(
                level.shelf(),
                "SET onHand = :h, reserved = :r, picked = :p, unavailable = :u, available = :a",
                "attribute_exists(pk)",
                Item.values()
                    .n(":h", level.onHand())
                    .n(":r", level.reserved())
                    .n(":p", level.picked())
                    .n(":u", level.unavailable())
                    .n(":a", level.available()));
    there.transact("tamper", List.of(change));
  }
}
