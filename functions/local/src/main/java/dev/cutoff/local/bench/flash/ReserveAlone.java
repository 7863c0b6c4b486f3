package dev.cutoff.local.bench.flash;

import dev.cutoff.adapter.dynamodb.Dynamo;
import dev.cutoff.adapter.dynamodb.DynamoStock;
import dev.cutoff.adapter.dynamodb.Pause;
import dev.cutoff.adapter.dynamodb.Tables;
import dev.cutoff.adapter.json.Codec;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.local.dynamo.LocalDynamo;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Cutoff's own reservation, and no more than that: what is fair to set beside the others. */
final class ReserveAlone implements Rival {
  private static final Shelf SHELF = new Shelf(new Sku(FlashGoods.SKU), new NodeId("EAST"), null);

  private final LocalDynamo local;
  private final Stock near;
  private final Stock far;
  private final Queue<OrderId> buyers = new ConcurrentLinkedQueue<>();

  /** In that folder, or in memory without one. */
  ReserveAlone(@Nullable Path folder) {
    Tables tables = new Tables("orders", "stock");
    local =
        (folder == null ? LocalDynamo.inMemory() : LocalDynamo.in(folder))
            .ensure(tables.requests());
    near = stock(local.client(), tables);
    far = stock(Distance.to(local.client()), tables);
  }

  private static Stock stock(DynamoDbClient client, Tables tables) {
    return new DynamoStock(
        new Dynamo(client, tables, new Codec(), new SecureRandom(), Pause.sleeping()));
  }

  @Override
  public void open(long units) {
    var taken =
        near.observe(
            new Stock.Observation(SHELF, units, Instant.now(), "opening"), Stock.Tolerance.ANY);
    if (!(taken instanceof Stock.Observed.Taken)) {
      throw new IllegalStateException("the opening stock was not taken: " + taken);
    }
  }

  @Override
  public Answer sell(String order, long units) {
    OrderId orderId = new OrderId(order);
    Reservation wanted =
        new Reservation(
            orderId,
            "1",
            SHELF.sku(),
            SHELF.node(),
            null,
            units,
            units,
            ShipmentId.of(orderId, 1),
            Reservation.State.RESERVED);
    buyers.add(orderId);
    try {
      return switch (far.reserve(
          List.of(wanted), SafetyStock.NONE, Cause.ours(Instant.now(), "flash sale"))) {
        case Stock.Outcome.Reserved reserved -> Answer.SOLD;
        case Stock.Outcome.Shortage shortage -> Answer.SOLD_OUT;
      };
    } catch (TryAgainLater busy) {
      return Answer.GAVE_UP;
    }
  }

  @Override
  public Books books() {
    StockLevel level = near.levels(List.of(SHELF.sku())).getFirst();
    long recorded =
        buyers.stream()
            .flatMap(buyer -> near.reservations(buyer).stream())
            .mapToLong(Reservation::quantity)
            .sum();
    return new Books(level.available(), recorded);
  }

  @Override
  public void close() {
    local.close();
  }
}
