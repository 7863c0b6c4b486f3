package dev.cutoff.adapter.channel.shopify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cutoff.adapter.channel.Announced;
import dev.cutoff.adapter.channel.StoreApi.Reply;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.StoreUpdater.Outcome;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells Shopify that a shipment has left: moved to where it left from, and fulfilled by line. */
final class ShopifyShipping {
  private static final String SHIPPED = Announcement.What.SHIPPED.wireName();

  private final ShopifyAdmin admin;
  private final FulfilmentOrders fulfilmentOrders;
  private final Store store;
  private final String page;

  /**
   * For one order.
   *
   * @param page the customer's tracking page of the order; empty for none
   */
  ShopifyShipping(ShopifyAdmin admin, Store store, String page) {
    this.admin = admin;
    this.fulfilmentOrders = new FulfilmentOrders(admin);
    this.store = store;
    this.page = page;
  }

  Outcome tell(String orderId, Shipment shipment) {
    String location = locationOf(shipment);
    return fulfilmentOrders
        .of(orderId)
        .then(orders -> {
          Allotment allotment = Allotment.of(shipment.lines(), orders, location);
          return allotment.missing().isEmpty()
              ? moved(allotment, location).then(picks -> fulfil(shipment, picks))
              : lacking(shipment, allotment, orders);
        });
  }

  /** The picks by fulfilment order, all of them at one location, as Shopify wants it. */
  private Reply<Map<String, List<Allotment.Pick>>> moved(Allotment allotment, String location) {
    if (location.isEmpty()) {
      long places =
          allotment.picks().keySet().stream().map(FulfilmentOrder::location).distinct().count();
      if (places > 1) {
        return new Reply.No<>(
            "the store would ship this from "
                + places
                + " locations, and the merchant file names none for the node it left from");
      }
    }
    Reply<Map<String, List<Allotment.Pick>>> all = new Reply.Yes<>(Map.of());
    for (Map.Entry<FulfilmentOrder, List<Allotment.Pick>> each : allotment.picks().entrySet()) {
      FulfilmentOrder order = each.getKey();
      boolean there = location.isEmpty() || order.location().equals(location);
      all =
          all.ask(known ->
              there
                  ? new Reply.Yes<>(plus(known, order.id(), each.getValue()))
                  : move(order, each.getValue(), location)
                      .ask(now -> new Reply.Yes<>(plusAll(known, now))));
    }
    return all;
  }

  /** Lost on the way, the answer shows in the next reading: then it is at the location. */
  private Reply<Allotment> move(
      FulfilmentOrder order, List<Allotment.Pick> picks, String location) {
    ArrayNode lines = admin.object().putArray("lines");
    picks.forEach(
        pick -> lines.addObject().put("id", pick.line().id()).put("quantity", pick.quantity()));
    List<ShipmentLine> wanted =
        picks.stream()
            .map(pick -> new ShipmentLine(pick.line().lineId(), pick.quantity()))
            .toList();
    return admin
        .ask(
            "fulfillmentOrderMove",
            ShopifyQueries.MOVE,
            Map.of(
                "id", TextNode.valueOf(order.id()),
                "location", TextNode.valueOf(GlobalIds.of("Location", location)),
                "lines", lines))
        .ask(answer -> fulfilmentOrders.whole(answer.path("movedFulfillmentOrder")))
        .ask(now -> {
          Allotment again = Allotment.of(wanted, List.of(now), location);
          return again.missing().isEmpty()
              ? new Reply.Yes<>(again)
              : new Reply.No<>("the store moved fewer units than it was asked to");
        });
  }

  private Outcome fulfil(Shipment shipment, Map<String, List<Allotment.Pick>> picks) {
    ObjectNode fulfilment = admin.object();
    ArrayNode orders = fulfilment.putArray("lineItemsByFulfillmentOrder");
    picks.forEach((id, lines) -> {
      ObjectNode order = orders.addObject().put("fulfillmentOrderId", id);
      ArrayNode items = order.putArray("fulfillmentOrderLineItems");
      lines.forEach(
          pick -> items.addObject().put("id", pick.line().id()).put("quantity", pick.quantity()));
    });
    List<String> numbers = Announced.trackingNumbers(shipment.paidParcels());
    if (!numbers.isEmpty()) {
      track(fulfilment.putObject("trackingInfo"), shipment, numbers);
    }
    // One sender alone tells the customer: Cutoff where the merchant file says so, else the store.
    fulfilment.put("notifyCustomer", !store.notices().contains(SHIPPED));
    return admin
        .ask("fulfillmentCreate", ShopifyQueries.FULFIL, Map.of("fulfillment", fulfilment))
        .then(answer ->
            new Outcome.Told(
                "fulfilment "
                    + GlobalIds.number(answer.path("fulfillment").path("id").asText())
                    + (numbers.isEmpty() ? "" : " with tracking " + String.join(", ", numbers))));
  }

  private void track(ObjectNode tracking, Shipment shipment, List<String> numbers) {
    tracking.put("company", shipment.paidParcels().getFirst().plan().carrier());
    ArrayNode all = tracking.putArray("numbers");
    numbers.forEach(all::add);
    if (!page.isEmpty()) {
      ArrayNode urls = tracking.putArray("urls");
      numbers.forEach(any -> urls.add(page));
    }
  }

  private static Outcome lacking(
      Shipment shipment, Allotment allotment, List<FulfilmentOrder> orders) {
    if (shipment.paidParcels().isEmpty() && allotment.picks().isEmpty()) {
      return new Outcome.AlreadyThere("the store has nothing of it left to fulfil");
    }
    String line = allotment.missing().keySet().iterator().next();
    return orders.stream()
        .filter(order -> !order.open() && order.waitsWith(line))
        .findFirst()
        .<Outcome>map(ShopifyShipping::closed)
        .orElseGet(() ->
            new Outcome.Refused(
                "the store has no unit of line "
                    + line
                    + " left to fulfil: it was fulfilled or removed there"));
  }

  /** Its holds are the store's people's: they release it, and the next try finds it open. */
  private static Outcome closed(FulfilmentOrder order) {
    return order.waits()
        ? new Outcome.NotYet(
            "the store's fulfilment order is "
                + order.status()
                + (order.holds().isEmpty() ? "" : " (" + String.join("; ", order.holds()) + ")")
                + ": release it there")
        : new Outcome.Refused("the store's fulfilment order is " + order.status());
  }

  private String locationOf(Shipment shipment) {
    return store.locations().entrySet().stream()
        .filter(each -> each.getValue().equals(shipment.node()))
        .map(each -> GlobalIds.number(each.getKey()))
        .findFirst()
        .orElse("");
  }

  private static Map<String, List<Allotment.Pick>> plusAll(
      Map<String, List<Allotment.Pick>> known, Allotment more) {
    Map<String, List<Allotment.Pick>> all = known;
    for (Map.Entry<FulfilmentOrder, List<Allotment.Pick>> each : more.picks().entrySet()) {
      all = plus(all, each.getKey().id(), each.getValue());
    }
    return all;
  }

  private static Map<String, List<Allotment.Pick>> plus(
      Map<String, List<Allotment.Pick>> known, String id, List<Allotment.Pick> picks) {
    Map<String, List<Allotment.Pick>> all = new LinkedHashMap<>(known);
    List<Allotment.Pick> both = new ArrayList<>(all.getOrDefault(id, List.of()));
    both.addAll(picks);
    all.put(id, both);
    return all;
  }
}
