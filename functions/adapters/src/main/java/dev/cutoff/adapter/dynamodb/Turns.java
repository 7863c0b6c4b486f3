package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.dynamodb.Dynamo.Written;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Who writes to a row that everybody wants. A hundred rows that lose against each other cost two
 * hundred units a try; asking whether it is one's turn costs one. Turns only save: what holds is
 * held by the conditions of the transactions, and a turn that was never given back ends by itself.
 */
final class Turns {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration GLANCE = Duration.ofMillis(3);

  private final Dynamo dynamo;
  private final String table;
  private final InstantSource clock;
  private final String holder;

  /** Turns of one batch, which nobody else has the name of. */
  Turns(Dynamo dynamo, InstantSource clock, String holder) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().stock();
    this.clock = clock;
    this.holder = Key.bounded(holder);
  }

  /** Whether it is one's turn now. */
  boolean take(Key row) {
    Instant now = clock.instant();
    Item turn =
        Item.of(row.turn()).s("holder", holder).s("endsAt", Sortable.text(now.plus(LONGEST)));
    return dynamo.put(
            table,
            turn,
            "attribute_not_exists(pk) OR endsAt < :now OR holder = :holder",
            Item.values().s(":now", Sortable.text(now)).s(":holder", holder))
        instanceof Written.Done;
  }

  /** Lets the others. */
  void give(Key row) {
    dynamo.delete(table, row.turn(), "holder = :holder", Item.values().s(":holder", holder));
  }

  /** A moment, before it is asked again. */
  void glance() {
    dynamo.pause().pause(GLANCE);
  }
}
