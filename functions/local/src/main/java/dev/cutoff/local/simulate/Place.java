package dev.cutoff.local.simulate;

import dev.cutoff.adapter.dynamodb.Dynamo;
import dev.cutoff.adapter.dynamodb.DynamoStock;
import dev.cutoff.adapter.dynamodb.Tables;
import dev.cutoff.adapter.json.Codec;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.testkit.dynamo.InMemoryDynamo;
import dev.cutoff.testkit.dynamo.Seam;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * Where schedules run one after another: tables in memory, the adapter that is shipped over them
 * for each client, and once more for whoever only looks.
 */
final class Place {
  static final String STOCK = "stock";
  private static final int MOST_CLIENTS = 4;

  final InMemoryDynamo tables;
  final Stock looking;
  final Seam broken;
  private final List<Slot> slots = new ArrayList<>();

  /**
   * A place.
   *
   * @param broken what stands between the clients and the tables, to break something on purpose
   */
  Place(Seam broken) {
    Tables names = new Tables("orders", STOCK);
    this.broken = broken;
    this.tables = InMemoryDynamo.with(names.requests());
    this.looking = stock(tables, names);
    for (int i = 0; i < MOST_CLIENTS; i++) {
      Slot slot = new Slot();
      slot.stock = stock(tables.through(slot), names);
      slots.add(slot);
    }
  }

  /** The stock of that client, whose requests go through it. */
  Stock stockOf(int number, Seam client) {
    Slot slot = slots.get(number);
    slot.client = client;
    return Objects.requireNonNull(slot.stock);
  }

  private static Stock stock(DynamoDbClient client, Tables names) {
    // Waiting is for the order of turns to decide.
    return new DynamoStock(
        new Dynamo(client, names, new Codec(), new SplittableRandom(1), time -> {}));
  }

  private static final class Slot implements Seam {
    private @Nullable Seam client;
    private @Nullable Stock stock;

    @Override
    public <Q extends DynamoDbRequest, A extends DynamoDbResponse> A pass(
        Q request, Function<Q, A> to) {
      return Objects.requireNonNull(client).pass(request, to);
    }
  }
}
