package dev.cutoff.local.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.adapter.channel.shopify.ShopifyChannel;
import dev.cutoff.adapter.geo.Atlas;
import dev.cutoff.geo.Address;
import dev.cutoff.local.Options;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.money.Money;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.News;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Customer;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.application.Channel;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.NodeId;
import dev.cutoff.tracking.Track;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** An order from the sample events, as far along as news of it are told. */
final class SampleOrder {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DAYS = 3;

  private final Merchant merchant;
  private final OrderDocument document;
  private final Instant now;

  private SampleOrder(Merchant merchant, OrderDocument document) {
    this.merchant = merchant;
    this.document = document;
    this.now = document.placedAt().plusSeconds(86_400);
  }

  /**
   * Read from a file.
   *
   * @param file a Shopify order, by itself or as the body of a sample event
   * @param language of its customer, BCP 47; empty for the order's own
   */
  static SampleOrder read(Path file, Merchant merchant, Store store, String language) {
    byte[] body;
    try {
      byte[] bytes = Files.readAllBytes(file);
      JsonNode event = JSON.readTree(bytes).path("body");
      body = event.isTextual() ? event.textValue().getBytes(StandardCharsets.UTF_8) : bytes;
    } catch (IOException unreadable) {
      throw new Options.Wrong(file + " can't be read as a Shopify order");
    }
    if (new ShopifyChannel().readKept(store, body)
        instanceof Channel.Reading.AnOrder(OrderDocument read)) {
      return new SampleOrder(merchant, language.isEmpty() ? read : with(read, language));
    }
    throw new Options.Wrong(file + " is no Shopify order");
  }

  private static OrderDocument with(OrderDocument it, String language) {
    Customer who = it.customer();
    return new OrderDocument(
        it.storeId(),
        it.channel(),
        it.externalId(),
        it.orderNumber(),
        it.placedAt(),
        it.updatedAt(),
        it.currency(),
        it.lines(),
        new Customer(who.name(), who.email(), "+14155550132", language),
        it.shipTo(),
        it.billTo(),
        it.shippingMethod(),
        it.payment(),
        it.totals(),
        it.note(),
        it.giftMessage(),
        it.attributes(),
        it.defects(),
        it.test(),
        it.cancelledAt());
  }

  News news(What what) {
    ShipmentId shipment = ShipmentId.of(id(), 1);
    return News.of(
        switch (what) {
          case CONFIRMED, CANCELLED, BACK_ON_TIME, BACKORDERED ->
              new Announcement(what, id(), null, null, now);
          case DELAYED ->
              new Announcement(what, id(), null, null, late().atStartOfDay(zone()).toInstant());
          case PACKED, SHIPPED -> new Announcement(what, id(), shipment.value(), null, now);
          case IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED, DELIVERED, RETURNED ->
              new Announcement(what, id(), shipment.value(), shipment.parcel(1), now);
        });
  }

  Order order(What what) {
    Promise promise = new Promise(promised(), zone(), 0.97);
    return Order.received(id(), document, document.placedAt(), "0123456789abcdefABCDEF")
        .changed(change -> {
          var with = change.promise(what == What.DELAYED ? promise.expecting(late()) : promise);
          return what == What.BACKORDERED
              ? with.backorder(waiting())
              : what == What.CONFIRMED || what == What.DELAYED
                  ? with
                  : with.shipments(List.of(shipped()));
        });
  }

  private Shipment shipped() {
    ShipmentId id = ShipmentId.of(id(), 1);
    List<ShipmentLine> lines =
        document.physicalLines().stream()
            .map(line -> new ShipmentLine(line.lineId(), line.quantity()))
            .toList();
    Carrier carrier = merchant.carriers().values().iterator().next();
    Money cost = Money.zero(merchant.currency());
    PlannedParcel plan =
        new PlannedParcel(
            id.parcel(1),
            lines,
            "S",
            500,
            carrier.id(),
            carrier.services().getFirst().id(),
            cost,
            promised().minusDays(DAYS),
            promised(),
            now);
    Parcel parcel = new Parcel(plan, cost, "SAMPLE000000041", "label", "", "", Track.labelMade());
    NodeId node = merchant.nodes().keySet().iterator().next();
    return new Shipment.Shipped(id, node, lines, List.of(parcel), now, "", "");
  }

  private Backorder waiting() {
    OrderLine line = document.lines().getFirst();
    return new Backorder(
        now,
        List.of(new Backorder.Part(line.lineId(), line.quantity(), late())),
        late(),
        now,
        false,
        null);
  }

  private OrderId id() {
    return new OrderId("SAMPLE-1");
  }

  private LocalDate promised() {
    return now.atZone(zone()).toLocalDate().plusDays(DAYS);
  }

  private LocalDate late() {
    return promised().plusDays(DAYS);
  }

  private ZoneId zone() {
    Address shipTo = document.shipTo();
    return shipTo == null ? ZoneOffset.UTC : new Atlas().zone(shipTo);
  }
}
