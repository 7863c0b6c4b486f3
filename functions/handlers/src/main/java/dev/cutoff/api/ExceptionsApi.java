package dev.cutoff.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.PromiseRisk;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.StockException;
import dev.cutoff.exception.application.AssigningException;
import dev.cutoff.exception.application.DismissingDockException;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.exception.application.ResolvingException;
import dev.cutoff.exception.application.ResolvingPromiseRisk;
import dev.cutoff.exception.application.ResolvingStockException;
import dev.cutoff.exception.application.VoidingUnused;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Correction;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exception queue: list, assign, resolve. */
final class ExceptionsApi {
  private static final int LONGEST_WHY = 500;

  private final Exceptions exceptions;
  private final AssigningException assigning;
  private final ResolvingException resolving;
  private final ResolvingStockException resolvingStock;
  private final ResolvingPromiseRisk resolvingRisk;
  private final DismissingDockException dismissing;
  private final VoidingUnused voiding;
  private final Geography geography;

  @Inject
  ExceptionsApi(
      Exceptions exceptions,
      AssigningException assigning,
      ResolvingException resolving,
      ResolvingStockException resolvingStock,
      ResolvingPromiseRisk resolvingRisk,
      DismissingDockException dismissing,
      VoidingUnused voiding,
      Geography geography) {
    this.exceptions = exceptions;
    this.assigning = assigning;
    this.resolving = resolving;
    this.resolvingStock = resolvingStock;
    this.resolvingRisk = resolvingRisk;
    this.dismissing = dismissing;
    this.voiding = voiding;
    this.geography = geography;
  }

  HttpAnswer list(HttpRequest request) {
    Map<String, String> query = request.query();
    Reason reason = reason(query.get("reason"));
    Exceptions.Page page =
        BadRequest.orBadCursor(
            () -> exceptions.open(query.get("owner"), reason, query.get("cursor")));
    return HttpAnswer.json(
        200,
        OrdersApi.page(page.items().stream().map(ExceptionsApi::view).toList(), page.cursor()));
  }

  HttpAnswer assign(HttpRequest request) {
    String owner = request.json().path("owner").asText("").strip();
    if (owner.isEmpty() || owner.length() > 100) {
      throw new BadRequest("say who: {\"owner\": \"ops-lead\"}");
    }
    return switch (assigning.assign(request.part("id"), owner)) {
      case AssigningException.Outcome.Assigned assigned ->
          HttpAnswer.json(200, view(assigned.exception()));
      case AssigningException.Outcome.Conflict conflict ->
          HttpAnswer.problem(
              409,
              "Not assigned",
              "it is resolved, or somebody changed it this moment: look again");
      case AssigningException.Outcome.NotFound none -> notFound(request);
    };
  }

  HttpAnswer resolve(HttpRequest request) {
    JsonNode body = request.json();
    Action action =
        Action.named(body.path("action").asText(""))
            .orElseThrow(
                () -> new BadRequest("action is one of " + names(List.of(Action.values()))));
    Address address = address(body.path("address"));
    if (action == Action.CORRECT_ADDRESS && address != null) {
      List<String> defects = geography.defects(address);
      if (!defects.isEmpty()) {
        return HttpAnswer.problem(
            400, "The address can't be used either", String.join("; ", defects));
      }
    }
    String id = request.part("id");
    switch (exceptions.entry(id).orElse(null)) {
      case StockException open -> {
        return resolve(open, action, request.who());
      }
      case PromiseRisk open -> {
        return resolve(open, action, request.who());
      }
      case DockException open -> {
        return resolve(open, action, request.who());
      }
      case null, default -> {}
    }
    String why = body.path("why").asText("").strip();
    if (why.length() > LONGEST_WHY) {
      throw new BadRequest("why is longer than " + LONGEST_WHY + " characters");
    }
    var decided = new ResolvingException.Decided(action, address, why, request.who());
    return switch (resolving.resolve(id, decided)) {
      case ResolvingException.Outcome.Resolved resolved ->
          HttpAnswer.json(200, view(resolved.exception()));
      case ResolvingException.Outcome.AlreadyResolved already ->
          HttpAnswer.problem(409, "Already resolved", "somebody was faster: look at the order");
      case ResolvingException.Outcome.NotPossible no ->
          HttpAnswer.problem(409, "Not possible here", "possible are " + names(no.possible()));
      case ResolvingException.Outcome.AddressMissing missing ->
          HttpAnswer.problem(
              400,
              "Which address?",
              "correct-address wants {\"address\": {name, street1, city, region, postcode, country}}");
      case ResolvingException.Outcome.WhyMissing missing ->
          HttpAnswer.problem(
              400, "Why?", "override wants {\"why\": \"built this year\"}: it is written down");
      case ResolvingException.Outcome.NotFound none -> notFound(request);
    };
  }

  private HttpAnswer resolve(StockException open, Action action, String by) {
    return switch (resolvingStock.resolve(open, action, by)) {
      case ResolvingStockException.Outcome.Resolved resolved ->
          HttpAnswer.json(200, view(resolved.exception()));
      case ResolvingStockException.Outcome.AlreadyResolved already ->
          HttpAnswer.problem(
              409, "Already resolved", "somebody was faster: look at the queue again");
      case ResolvingStockException.Outcome.NotPossible no ->
          HttpAnswer.problem(409, "Not possible here", "possible are " + names(no.possible()));
      case ResolvingStockException.Outcome.Refused refused ->
          HttpAnswer.problem(409, "Not done", refused.why());
    };
  }

  private HttpAnswer resolve(PromiseRisk open, Action action, String by) {
    return switch (resolvingRisk.resolve(open, action, by)) {
      case ResolvingPromiseRisk.Outcome.Resolved resolved ->
          HttpAnswer.json(200, view(resolved.exception()));
      case ResolvingPromiseRisk.Outcome.AlreadyResolved already ->
          HttpAnswer.problem(409, "Already resolved", "it is decided, or over: look at the order");
      case ResolvingPromiseRisk.Outcome.NotPossible no ->
          HttpAnswer.problem(409, "Not possible here", "possible are " + names(no.possible()));
      case ResolvingPromiseRisk.Outcome.Refused refused ->
          HttpAnswer.problem(409, "Not done", refused.why());
    };
  }

  private HttpAnswer resolve(DockException open, Action action, String by) {
    if (action == Action.VOID) {
      return giveBack(open, by);
    }
    return switch (dismissing.dismiss(open, action, by)) {
      case DismissingDockException.Outcome.Dismissed dismissed ->
          HttpAnswer.json(200, view(dismissed.exception()));
      case DismissingDockException.Outcome.AlreadyResolved already ->
          HttpAnswer.problem(
              409, "Already resolved", "somebody was faster: look at the queue again");
      case DismissingDockException.Outcome.NotPossible no ->
          HttpAnswer.problem(409, "Not possible here", "possible are " + names(no.possible()));
    };
  }

  private HttpAnswer giveBack(DockException open, String by) {
    return switch (voiding.giveBack(open, by)) {
      case VoidingUnused.Outcome.Voided voided -> HttpAnswer.json(200, view(voided.exception()));
      case VoidingUnused.Outcome.AlreadyResolved already ->
          HttpAnswer.problem(409, "Already resolved", "it is decided, or over: look at the order");
      case VoidingUnused.Outcome.NotPossible no ->
          HttpAnswer.problem(409, "Not possible here", "possible are " + names(no.possible()));
      case VoidingUnused.Outcome.Refused refused ->
          HttpAnswer.problem(409, "Not done", refused.why());
    };
  }

  static Map<String, Object> view(QueueEntry each) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", each.id());
    switch (each) {
      case OpenException held -> {
        view.put("orderId", held.orderId().value());
        view.put("step", held.step());
      }
      case PromiseRisk risk -> {
        view.put("orderId", risk.orderId().value());
        view.put("lastSafe", risk.lastSafe());
        view.put("foundAt", risk.foundAt());
      }
      case DockException dock -> {
        view.put("orderId", null);
        view.put("about", dock.subject());
        view.put("orders", dock.orders().stream().map(OrderId::value).toList());
        view.put("foundAt", dock.foundAt());
      }
      case StockException shelf -> about(shelf, view);
    }
    view.put("reason", each.refusal().reason().name());
    view.put("message", each.refusal().message());
    view.put("facts", each.refusal().facts());
    if (!each.refusal().offered().isEmpty()) {
      view.put("options", each.refusal().offered().stream().map(OptionView::of).toList());
    }
    if (each instanceof OpenException held && held.addresses() != null) {
      view.put("addresses", AddressesView.of(held.addresses()));
    }
    view.put("owner", each.owner());
    view.put("openedAt", each.openedAt());
    view.put("dueAt", each.dueAt());
    view.put("escalation", each.escalation());
    view.put("actions", names(each.actions()));
    QueueEntry.Resolution resolution = each.resolution();
    if (resolution != null) {
      Map<String, Object> how = new LinkedHashMap<>();
      how.put("action", resolution.action().wireName());
      how.put("by", resolution.by());
      how.put("at", resolution.at());
      if (resolution.why() != null) {
        how.put("why", resolution.why());
      }
      view.put("resolution", how);
    }
    return view;
  }

  private static void about(StockException each, Map<String, Object> view) {
    view.put("orderId", null);
    view.put("sku", each.shelf().sku().value());
    view.put("node", each.shelf().node().value());
    if (each.shelf().lot() != null) {
      view.put("lot", each.shelf().lot().id());
    }
    view.put("orders", each.orders().stream().map(OrderId::value).toList());
    view.put("corrections", each.corrections().stream().map(Correction::text).toList());
    view.put("foundAt", each.foundAt());
  }

  private static HttpAnswer notFound(HttpRequest request) {
    return HttpAnswer.problem(404, "No such exception", "there is no " + request.part("id"));
  }

  private static List<String> names(List<Action> actions) {
    return actions.stream().map(Action::wireName).toList();
  }

  private static @Nullable Reason reason(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new BadRequest("reason is one of " + List.of(Reason.values())));
  }

  private static @Nullable Address address(JsonNode node) {
    return node.isObject()
        ? Address.of(
            node.path("name").asText(""),
            node.path("company").asText(""),
            node.path("street1").asText(""),
            node.path("street2").asText(""),
            node.path("city").asText(""),
            node.path("region").asText(""),
            node.path("postcode").asText(""),
            node.path("country").asText(""),
            node.path("phone").asText(""))
        : null;
  }
}
