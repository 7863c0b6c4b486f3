package dev.cutoff.shipment.application;

import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.document.application.SlipComponent;
import dev.cutoff.document.application.SlipContent;
import dev.cutoff.document.application.SlipLine;
import dev.cutoff.document.application.SlipParcel;
import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.LineProperty;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.plan.PromiseQuote;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.Sku;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a packing slip says of a shipment: lines, kits by component, notes, never a price. */
public final class PackingSlips {
  private final ShippingDocuments documents;
  private final ObjectStore objects;
  private final Merchants merchants;

  @Inject
  public PackingSlips(ShippingDocuments documents, ObjectStore objects, Merchants merchants) {
    this.documents = documents;
    this.objects = objects;
    this.merchants = merchants;
  }

  /** The object key of the slip. */
  String keep(Order order, Shipment shipment, List<Parcel> parcels, Node node) {
    return objects.put(
        "slips", "pdf", documents.packingSlip(content(order, shipment, parcels, node)));
  }

  /** What the slip of a shipment says whose labels are there. */
  public SlipContent content(Order order, Shipment shipment) {
    Node node = merchants.current().node(shipment.node());
    return content(order, shipment, shipment.paidParcels(), node);
  }

  private SlipContent content(Order order, Shipment shipment, List<Parcel> parcels, Node node) {
    Merchant merchant = merchants.current();
    return new SlipContent(
        merchant.name(),
        order.id().value(),
        order.document().orderNumber(),
        shipment.id().value(),
        node.name(),
        order.shipTo().orElseThrow().lines(),
        order.document().placedAt().atZone(node.zone()).toLocalDate(),
        shipment.lines().stream().map(line -> line(order, line, merchant)).toList(),
        parcels.stream().map(parcel -> parcel(parcel, merchant)).toList(),
        blankToNull(note(order)),
        blankToNull(order.document().giftMessage()),
        null);
  }

  private static SlipLine line(Order order, ShipmentLine part, Merchant merchant) {
    OrderLine line =
        order.document().lines().stream()
            .filter(each -> each.lineId().equals(part.lineId()))
            .findFirst()
            .orElseThrow();
    Sku sku = new Sku(line.sku());
    Optional<Item> item = merchant.item(sku);
    List<SlipComponent> components =
        merchant.kit(sku).map(kit -> components(kit, part, merchant)).orElse(List.of());
    int quantity = Math.toIntExact(part.quantity());
    return new SlipLine(
        line.sku(),
        line.name(),
        item.map(Item::barcode).orElse(null),
        quantity,
        Math.max(quantity, Math.toIntExact(line.quantity())),
        line.properties().stream()
            .filter(each -> !PromiseQuote.isIn(each))
            .map(PackingSlips::property)
            .toList(),
        components,
        null);
  }

  private static List<SlipComponent> components(Kit kit, ShipmentLine part, Merchant merchant) {
    return kit.components().entrySet().stream()
        .map(each -> {
          Item item = merchant.item(each.getKey()).orElseThrow();
          return new SlipComponent(
              item.sku().value(),
              item.name(),
              item.barcode(),
              Math.toIntExact(each.getValue() * part.quantity()));
        })
        .toList();
  }

  private static SlipParcel parcel(Parcel parcel, Merchant merchant) {
    var carrier = merchant.carriers().get(parcel.plan().carrier());
    String carrierName = carrier == null ? parcel.plan().carrier() : carrier.name();
    return new SlipParcel(
        parcel.plan().box(),
        carrierName,
        parcel.plan().service(),
        parcel.trackingNumber(),
        Math.toIntExact(parcel.plan().weightGrams()));
  }

  private static String note(Order order) {
    return Stream.concat(
            Stream.of(order.document().note()),
            order.document().attributes().stream()
                .filter(each -> !PromiseQuote.isIn(each))
                .map(PackingSlips::property))
        .filter(each -> !each.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private static String property(LineProperty property) {
    return property.name() + ": " + property.value();
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
