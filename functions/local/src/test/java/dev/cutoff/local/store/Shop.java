package dev.cutoff.local.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.channel.shopify.ShopifyChannel;
import dev.cutoff.adapter.channel.woocommerce.WooCommerceChannel;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.StoreStock;
import dev.cutoff.money.Money;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.application.Channel;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.NodeId;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.Track;
import dev.cutoff.tracking.TrackingStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Orders, shipments and announcements for the tests of the store updaters. */
final class Shop {
  static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");
  static final NodeId EAST = new NodeId("EAST");
  static final NodeId WEST = new NodeId("WEST");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Shop() {}

  /** One whose notices Cutoff sends, all of them. */
  static Store store(String channel, String apiUrl) {
    return store(
        channel,
        apiUrl,
        Arrays.stream(What.values()).map(What::wireName).collect(Collectors.toSet()));
  }

  /** One that sends the notices itself that are not named. */
  static Store store(String channel, String apiUrl, Set<String> notices) {
    return new Store(
        new StoreId("acme"),
        channel,
        "Acme",
        "DTC",
        "webhook",
        apiUrl,
        "api",
        Map.of("101", EAST, "102", WEST),
        List.of(),
        notices,
        StoreStock.PLAIN);
  }

  /** Shopify's order 7 with lines 1, 2, … of so many units each. */
  static byte[] shopifyOrder(int... units) {
    ObjectNode order =
        JSON.createObjectNode()
            .put("id", 7)
            .put("name", "#7")
            .put("updated_at", "2026-11-23T10:00:00Z")
            .put("currency", "USD")
            .put("financial_status", "paid")
            .put("total_price", "0.00");
    ArrayNode lines = order.putArray("line_items");
    IntStream.range(0, units.length)
        .forEach(index ->
            lines
                .addObject()
                .put("id", index + 1)
                .put("sku", "SKU-" + index)
                .put("quantity", units[index])
                .put("price", "0.00"));
    return order.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] wooCommerceOrder(String status) {
    ObjectNode order =
        JSON.createObjectNode()
            .put("id", 7)
            .put("number", "7")
            .put("status", status)
            .put("date_created_gmt", "2026-11-23T10:00:00")
            .put("date_modified_gmt", "2026-11-23T10:00:00")
            .put("currency", "USD")
            .put("total", "0.00");
    order.putArray("line_items").addObject().put("id", 1).put("quantity", 2).put("price", 0);
    order.putArray("meta_data");
    return order.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Cutoff's order, read from the very JSON of the store. */
  static Order order(Store store, byte[] json, Shipment... shipments) {
    Channel channel =
        store.channel().equals("shopify") ? new ShopifyChannel() : new WooCommerceChannel();
    if (channel.read(store, Map.of(), json) instanceof Channel.Reading.AnOrder read) {
      return order(read.document(), null, shipments);
    }
    throw new AssertionError("not an order");
  }

  static Order order(
      OrderDocument document, Order.@Nullable Cancellation cancellation, Shipment... shipments) {
    return new Order(
        new OrderId("DTC-7"),
        3,
        1,
        document,
        NOW,
        Arrays.asList(shipments),
        null,
        null,
        null,
        null,
        cancellation,
        null,
        null,
        false,
        false,
        null,
        null,
        null,
        "token-1");
  }

  static Shipment shipped(int number, NodeId node, List<ShipmentLine> lines, Parcel... parcels) {
    return new Shipment.Shipped(
        id(number), node, lines, Arrays.asList(parcels), NOW, "receipt", "slip");
  }

  static Shipment reserved(int number, NodeId node, ShipmentLine... lines) {
    return new Shipment.Reserved(id(number), node, Arrays.asList(lines));
  }

  static Parcel parcel(String parcelId, String trackingNumber, TrackingStatus status) {
    Track track =
        status == TrackingStatus.LABEL_MADE
            ? Track.labelMade()
            : Track.labelMade()
                .with(new Scan("s", "swift", trackingNumber, status, null, NOW, "Albany"));
    PlannedParcel plan =
        new PlannedParcel(
            parcelId,
            List.of(),
            "S",
            500,
            "swift",
            "ground",
            Money.of(1145, "USD"),
            LocalDate.of(2026, 11, 24),
            LocalDate.of(2026, 11, 27),
            NOW);
    return new Parcel(plan, Money.of(1145, "USD"), trackingNumber, "L1", "pdf", "zpl", track);
  }

  static Parcel parcel(String parcelId, String trackingNumber) {
    return parcel(parcelId, trackingNumber, TrackingStatus.ACCEPTED);
  }

  static List<ShipmentLine> lines(long... units) {
    return IntStream.range(0, units.length)
        .filter(index -> units[index] > 0)
        .mapToObj(index -> new ShipmentLine(String.valueOf(index + 1), units[index]))
        .toList();
  }

  static ShipmentId id(int number) {
    return ShipmentId.of(new OrderId("DTC-7"), number);
  }

  static Announcement ofShipment(What what, int number) {
    return new Announcement(what, new OrderId("DTC-7"), id(number).value(), null, NOW);
  }

  static Announcement ofParcel(What what, int number, String parcelId) {
    return new Announcement(what, new OrderId("DTC-7"), id(number).value(), parcelId, NOW);
  }

  static Announcement ofOrder(What what) {
    return new Announcement(what, new OrderId("DTC-7"), null, null, NOW);
  }
}
