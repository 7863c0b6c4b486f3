package dev.cutoff.adapter.dynamodb;

import dev.cutoff.plan.TransitCount;
import dev.cutoff.plan.application.TransitCounts;
import dev.cutoff.stock.NodeId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Transit counts in DynamoDB: a row for a lane and quarter, an attribute for each number of days.
 * That a shipment was counted is a row beside its labels, written in the same transaction.
 */
public final class DynamoTransitCounts implements TransitCounts {
  /** "d3": shipments that took three days. */
  private static final String DAYS = "d";

  private static final String SERVICE = "laneService";
  private static final String ZONE = "laneZone";
  private static final String NODE = "laneNode";
  private static final String WEEKDAY = "laneDay";

  private final Dynamo dynamo;
  private final String table;

  /** Makes the transit counts of these tables. */
  public DynamoTransitCounts(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  @Override
  public void count(Delivery delivery) {
    // A shipment that was counted before is an answer as well.
    var _ = dynamo.transact("count a delivery", List.of(mark(delivery), add(delivery)));
  }

  private TransactWriteItem mark(Delivery delivery) {
    Put mark =
        Put.builder()
            .tableName(table)
            .item(
                Item.of(Key.transitMark(delivery.shipment()))
                    .n(
                        DynamoLastQuotes.EXPIRES,
                        delivery.deliveredAt().plus(REMEMBERED).getEpochSecond())
                    .map())
            .conditionExpression("attribute_not_exists(pk)")
            .build();
    return TransactWriteItem.builder().put(mark).build();
  }

  private TransactWriteItem add(Delivery delivery) {
    TransitCount.Lane lane = delivery.lane();
    Update add =
        Update.builder()
            .tableName(table)
            .key(Key.transit(delivery.carrier(), quarter(delivery.handedOver()), lane).map())
            .updateExpression(
                "ADD #days :one SET laneService = :service, laneZone = :zone, laneNode = :node,"
                    + " laneDay = :day, #expires = :expires")
            .expressionAttributeNames(
                Map.of("#days", DAYS + delivery.days(), "#expires", DynamoLastQuotes.EXPIRES))
            .expressionAttributeValues(
                Item.values()
                    .n(":one", 1)
                    .s(":service", lane.service())
                    .s(":zone", lane.zone())
                    .s(":node", lane.node().value())
                    .s(":day", lane.handOver().name())
                    .n(
                        ":expires",
                        delivery
                            .handedOver()
                            .plusYears(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toEpochSecond())
                    .map())
            .build();
    return TransactWriteItem.builder().update(add).build();
  }

  @Override
  public List<TransitCount> of(String carrier, LocalDate since) {
    Map<TransitCount.Lane, SortedMap<Integer, Long>> sums = new HashMap<>();
    for (Map<String, AttributeValue> row :
        dynamo.from(table, Key.transitPk(carrier), quarter(since))) {
      SortedMap<Integer, Long> sum = sums.computeIfAbsent(lane(row), lane -> new TreeMap<>());
      row.forEach((name, value) -> {
        if (name.matches(DAYS + "[0-9]+")) {
          sum.merge(
              Integer.valueOf(name.substring(DAYS.length())), Long.valueOf(value.n()), Long::sum);
        }
      });
    }
    List<TransitCount> all = new ArrayList<>();
    sums.forEach((lane, shipments) -> all.add(new TransitCount(lane, shipments)));
    return all;
  }

  private static TransitCount.Lane lane(Map<String, AttributeValue> row) {
    return new TransitCount.Lane(
        Item.text(row, SERVICE),
        Item.text(row, ZONE),
        new NodeId(Item.text(row, NODE)),
        DayOfWeek.valueOf(Item.text(row, WEEKDAY)));
  }

  /** "2026Q4", which sorts by time. */
  private static String quarter(LocalDate day) {
    return day.getYear() + "Q" + day.get(IsoFields.QUARTER_OF_YEAR);
  }
}
