package dev.cutoff.adapter.dynamodb;

import dev.cutoff.availability.Shown;
import dev.cutoff.availability.Shown.Difference;
import dev.cutoff.availability.Shown.Place;
import dev.cutoff.availability.Unexplained;
import dev.cutoff.availability.application.ShownStock;
import dev.cutoff.order.StoreId;
import dev.cutoff.stock.Sku;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What stores show, in DynamoDB: one row for each SKU and store, below the SKU, with all of the
 * store's locations, so that a push is one write; and one that names the SKU of a platform's id.
 */
public final class DynamoShownStock implements ShownStock {
  private static final String PLACE = "at#";

  private final Dynamo dynamo;
  private final String table;

  /** Makes it of these tables. */
  public DynamoShownStock(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().stock();
  }

  @Override
  public List<Shown> of(Sku sku) {
    return dynamo.below(table, Key.shownPk(sku), "").stream().map(row -> shown(sku, row)).toList();
  }

  @Override
  public boolean save(Shown shown) {
    Dynamo.Written written =
        shown.version() == 1
            ? dynamo.putNew(table, row(shown))
            : dynamo.put(
                table,
                row(shown),
                "version = :before",
                Item.values().n(":before", shown.version() - 1));
    return written instanceof Dynamo.Written.Done;
  }

  @Override
  public void name(StoreId store, String item, Sku sku) {
    dynamo.putOver(table, Item.of(Key.storeItem(store, item)).s("sku", sku.value()));
  }

  @Override
  public Optional<Sku> skuOf(StoreId store, String item) {
    return dynamo.get(table, Key.storeItem(store, item)).map(row -> new Sku(Item.text(row, "sku")));
  }

  private static Item row(Shown shown) {
    Item row =
        Item.of(Key.shown(shown.sku(), shown.store()))
            .s("item", shown.item())
            .n("version", shown.version())
            .s("comparedAt", shown.comparedAt().toString());
    shown
        .places()
        .forEach((location, place) ->
            row.put(
                PLACE + location,
                AttributeValue.fromM(
                    Item.values()
                        .n("ours", place.ours())
                        .n("inStore", place.inStore())
                        .s("at", place.at().toString())
                        .map())));
    Unexplained open = shown.open();
    if (open != null) {
      row.n("openUnits", open.units()).s("openSince", open.since().toString());
    }
    Difference last = shown.last();
    if (last != null) {
      row.n("lastUnits", last.units())
          .s("lastAt", last.at().toString())
          .s("lastWhat", last.what().name());
    }
    return row;
  }

  private static Shown shown(Sku sku, Map<String, AttributeValue> row) {
    SortedMap<String, Place> places = new TreeMap<>();
    new HashMap<>(row)
        .forEach((name, value) -> {
          if (name.startsWith(PLACE)) {
            places.put(name.substring(PLACE.length()), place(value.m()));
          }
        });
    return new Shown(
        new StoreId(Item.text(row, "sk")),
        sku,
        Item.text(row, "item"),
        Item.number(row, "version"),
        Instant.parse(Item.text(row, "comparedAt")),
        places,
        open(row),
        last(row));
  }

  private static Place place(Map<String, AttributeValue> at) {
    return new Place(
        Item.number(at, "ours"), Item.number(at, "inStore"), Instant.parse(Item.text(at, "at")));
  }

  private static @Nullable Unexplained open(Map<String, AttributeValue> row) {
    String since = Item.textOrNull(row, "openSince");
    return since == null
        ? null
        : new Unexplained(Item.number(row, "openUnits"), Instant.parse(since));
  }

  private static @Nullable Difference last(Map<String, AttributeValue> row) {
    String at = Item.textOrNull(row, "lastAt");
    return at == null
        ? null
        : new Difference(
            Item.number(row, "lastUnits"),
            Instant.parse(at),
            Shown.What.valueOf(Item.text(row, "lastWhat")));
  }
}
