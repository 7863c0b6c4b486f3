package dev.cutoff.adapter.dynamodb;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.shipment.application.LooseLabels;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Loose labels in DynamoDB: a row each, all in one partition. A label that is bought the usual way
 * has none, so that it costs nothing.
 */
public final class DynamoLooseLabels implements LooseLabels {
  private static final int MOST_TRIES = 8;

  private final Dynamo dynamo;
  private final String table;

  /** Makes the list of these tables. */
  public DynamoLooseLabels(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  @Override
  public void list(Loose label) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      if (dynamo.putNew(table, item(label)) instanceof Dynamo.Written.Done
          || change(label.reference(), known -> known.and(label))) {
        return;
      }
    }
    throw new TryAgainLater("the place of " + label.reference() + " changes all the time");
  }

  @Override
  public List<Loose> all() {
    return dynamo.below(table, Key.LOOSE, "").stream()
        .map(this::read)
        .sorted(Comparator.comparing(Loose::reference))
        .toList();
  }

  /** Whoever listed it again this moment wants it looked at earlier, and that counts. */
  @Override
  public void later(Loose label, Instant lookAt) {
    var _ = change(label.reference(), known -> known.equals(label) ? known.at(lookAt) : known);
  }

  @Override
  public void done(String reference) {
    var _ =
        dynamo.delete(table, Key.loose(reference), "pk = :pk", Item.values().s(":pk", Key.LOOSE));
  }

  /** False where somebody else was quicker, or there is none. */
  private boolean change(String reference, Function<Loose, Loose> how) {
    Optional<Map<String, AttributeValue>> row = dynamo.get(table, Key.loose(reference));
    if (row.isEmpty()) {
      return false;
    }
    Loose known = read(row.get());
    Loose changed = how.apply(known);
    return changed.equals(known)
        || dynamo.put(
                table,
                item(changed),
                "body = :known",
                Item.values().s(":known", Item.text(row.get(), Body.PLAIN)))
            instanceof Dynamo.Written.Done;
  }

  private Item item(Loose label) {
    return Item.of(Key.loose(label.reference()))
        .putAll(dynamo.body().of("loose label " + label.reference(), label));
  }

  private Loose read(Map<String, AttributeValue> row) {
    return dynamo.body().read(row, Loose.class);
  }
}
