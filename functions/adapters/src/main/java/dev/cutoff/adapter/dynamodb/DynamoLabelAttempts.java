package dev.cutoff.adapter.dynamodb;

import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.LabelAttempts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Label attempts in DynamoDB: one row for each try, below its shipment. */
public final class DynamoLabelAttempts implements LabelAttempts {
  private static final Comparator<Attempt> BY_PARCEL_AND_NUMBER =
      Comparator.<Attempt>comparingInt(attempt -> attempt.parcelId().length())
          .thenComparing(Attempt::parcelId)
          .thenComparingInt(Attempt::number);

  private final Dynamo dynamo;
  private final String table;

  /** Makes the label attempts of these tables. */
  public DynamoLabelAttempts(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  @Override
  public List<Attempt> of(ShipmentId shipmentId) {
    return dynamo.below(table, Key.attemptsPk(shipmentId), Key.ATTEMPT).stream()
        .map(this::read)
        .sorted(BY_PARCEL_AND_NUMBER)
        .toList();
  }

  @Override
  public boolean begin(Attempt attempt) {
    if (!attempt.state().mayBegin()) {
      throw new IllegalArgumentException(
          "an attempt begins as BEGUN, REFUSED or ORPHAN: " + attempt.reference());
    }
    return dynamo.putNew(table, item(attempt)) instanceof Dynamo.Written.Done;
  }

  /** The condition is written first and the row read where it was refused. */
  @Override
  public void record(Attempt attempt) {
    Item values = Item.values();
    List<String> names = new ArrayList<>();
    for (State state : State.values()) {
      if (state.mayBecome(attempt.state())) {
        names.add(":" + state.name());
        values.s(":" + state.name(), state.name());
      }
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("nothing becomes " + attempt.state());
    }
    String forward = "attemptState IN (%s)".formatted(String.join(", ", names));
    switch (dynamo.put(table, item(attempt), forward, values)) {
      case Dynamo.Written.Done done -> {}
      case Dynamo.Written.Refused refused -> {
        if (refused.row().isEmpty()) {
          throw new IllegalStateException("no attempt was begun as " + attempt.reference());
        }
        Attempt known = read(refused.row());
        if (!known.tells(attempt)) {
          throw new WentAnotherWay(attempt.reference(), known.state(), attempt.state());
        }
      }
    }
  }

  @Override
  public boolean askAgain(Attempt known, Instant now) {
    Instant before = known.againAt();
    Item values = Item.values().s(":NOT_BOUGHT", State.NOT_BOUGHT.name());
    String asBefore = "attribute_not_exists(againAt)";
    if (before != null) {
      values.s(":before", before.toString());
      asBefore = "againAt = :before";
    }
    return dynamo.put(
            table, item(known.again(now)), "attemptState = :NOT_BOUGHT AND " + asBefore, values)
        instanceof Dynamo.Written.Done;
  }

  private Item item(Attempt attempt) {
    Item item =
        Item.of(key(attempt))
            .putAll(dynamo.body().of("label attempt " + attempt.reference(), attempt))
            .s("attemptState", attempt.state().name());
    Instant again = attempt.againAt();
    return again == null ? item : item.s("againAt", again.toString());
  }

  private static Key key(Attempt attempt) {
    return Key.attempt(attempt.shipmentId(), attempt.reference());
  }

  private Attempt read(Map<String, AttributeValue> row) {
    return dynamo.body().read(row, Attempt.class);
  }
}
