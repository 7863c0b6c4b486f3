package dev.cutoff.api;

import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.application.Orders;
import dev.cutoff.plan.application.OfferingOneShipment;
import dev.cutoff.plan.application.Receipts;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.CancellingOrder;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders: list, show, timeline, receipt, cancel. */
final class OrdersApi {
  private final Orders orders;
  private final Exceptions exceptions;
  private final Receipts receipts;
  private final CancellingOrder cancelling;
  private final OfferingOneShipment offering;
  private final Merchants merchants;

  @Inject
  OrdersApi(
      Orders orders,
      Exceptions exceptions,
      Receipts receipts,
      CancellingOrder cancelling,
      OfferingOneShipment offering,
      Merchants merchants) {
    this.orders = orders;
    this.exceptions = exceptions;
    this.receipts = receipts;
    this.cancelling = cancelling;
    this.offering = offering;
    this.merchants = merchants;
  }

  HttpAnswer list(HttpRequest request) {
    Map<String, String> query = request.query();
    Orders.Query asked =
        new Orders.Query(
            state(query.get("state")),
            store(query.get("storeId")),
            query.get("q"),
            query.get("cursor"));
    Orders.Page page = BadRequest.orBadCursor(() -> orders.list(asked));
    return HttpAnswer.json(
        200, page(page.items().stream().map(each -> view(each, null)).toList(), page.cursor()));
  }

  HttpAnswer show(HttpRequest request) {
    return with(
        request,
        order ->
            HttpAnswer.json(
                200, view(order, offering.offers(order).stream().map(OfferView::of).toList())));
  }

  HttpAnswer timeline(HttpRequest request) {
    return with(request, order -> HttpAnswer.json(200, page(orders.timeline(order.id()), null)));
  }

  HttpAnswer receipt(HttpRequest request) {
    return with(
        request,
        order -> {
          List<ReceiptView> all =
              order.shipments().stream()
                  .flatMap(OrdersApi::receiptKey)
                  .distinct()
                  .map(receipts::find)
                  .flatMap(Optional::stream)
                  .flatMap(receipt -> ReceiptView.of(receipt).stream())
                  .toList();
          return HttpAnswer.json(200, page(all, null));
        });
  }

  HttpAnswer cancel(HttpRequest request) {
    String why = request.body().length == 0 ? "" : request.json().path("why").asText("");
    OrderId id = id(request);
    return switch (cancelling.cancel(id, request.who(), why.isBlank() ? "asked for" : why)) {
      case CancellingOrder.Outcome.NotFound none -> notFound(id.value());
      case CancellingOrder.Outcome.TooLate late ->
          HttpAnswer.problem(
              409,
              "Too late to cancel",
              late.stillPossible(),
              Map.of(
                  "possible",
                  List.of(Map.of("action", "return", "message", late.stillPossible()))));
      case CancellingOrder.Outcome.Cancelling now -> {
        Map<String, Object> possible = new LinkedHashMap<>();
        possible.put("action", "cancel");
        possible.put("message", "units go back on the shelf and labels are voided");
        possible.put("cost", now.labelsVoided());
        if (now.possibleUntil() != null) {
          possible.put("until", now.possibleUntil());
        }
        if (now.freeUntil() != null) {
          possible.put("freeUntil", now.freeUntil());
        }
        yield HttpAnswer.json(
            200,
            Map.of(
                "orderId",
                id.value(),
                "state",
                now.order().state().wireName(),
                "possible",
                List.of(possible)));
      }
    };
  }

  /** Offers cost plans: they are null in lists. */
  private OrderView view(Order order, @Nullable List<OfferView> offers) {
    List<Map<String, Object>> open =
        Stream.<QueueEntry>concat(
                exceptions.of(order.id()).stream(), exceptions.latestRisk(order.id()).stream())
            .filter(each -> each.resolution() == null)
            .map(ExceptionsApi::view)
            .toList();
    return OrderView.of(order, merchants.current(), open, offers);
  }

  private HttpAnswer with(HttpRequest request, Function<Order, HttpAnswer> then) {
    OrderId id = id(request);
    return orders.find(id).map(then).orElseGet(() -> notFound(id.value()));
  }

  private static HttpAnswer notFound(String id) {
    return HttpAnswer.problem(404, "No such order", "there is no order " + id);
  }

  private static OrderId id(HttpRequest request) {
    try {
      return new OrderId(request.part("orderId"));
    } catch (IllegalArgumentException bad) {
      throw new BadRequest("an order id is letters, digits, '_' and '-', like DTC-90412");
    }
  }

  private static @Nullable OrderState state(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(OrderState.values())
        .filter(state -> state.wireName().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new BadRequest(
                "state is one of "
                    + Arrays.stream(OrderState.values()).map(OrderState::wireName).toList()));
  }

  private static @Nullable StoreId store(@Nullable String name) {
    try {
      return name == null ? null : new StoreId(name);
    } catch (IllegalArgumentException bad) {
      throw new BadRequest("no store is named so");
    }
  }

  private static Stream<String> receiptKey(Shipment shipment) {
    return switch (shipment) {
      case Shipment.Planned planned -> Stream.of(planned.receipt());
      case Shipment.Labelled labelled -> Stream.of(labelled.receipt());
      case Shipment.Shipped shipped -> Stream.of(shipped.receipt());
      case Shipment.Delivered delivered -> Stream.of(delivered.receipt());
      case Shipment.Reserved reserved -> Stream.ofNullable(reserved.receipt());
      case Shipment.Cancelled cancelled -> Stream.of();
    };
  }

  static Map<String, Object> page(List<?> items, @Nullable String cursor) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", items);
    page.put("cursor", cursor);
    return page;
  }
}
