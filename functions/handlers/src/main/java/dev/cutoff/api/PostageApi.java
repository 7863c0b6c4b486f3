package dev.cutoff.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.StoreId;
import dev.cutoff.postage.PostageBalance.Pace;
import dev.cutoff.postage.PostageBalance.Reading;
import dev.cutoff.postage.PostageStop;
import dev.cutoff.postage.PostageStop.Scope;
import dev.cutoff.postage.application.ListingBalances;
import dev.cutoff.postage.application.ListingLabels;
import dev.cutoff.postage.application.PostageStops;
import dev.cutoff.shipment.application.LabelAttempts.Asked;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.stock.NodeId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Money for labels: what is left, what came to nothing, and the switches that stop more of it. */
final class PostageApi {
  private static final int LONGEST = 200;

  private final ListingBalances balances;
  private final ListingLabels listing;
  private final PostageStops stops;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  PostageApi(
      ListingBalances balances,
      ListingLabels listing,
      PostageStops stops,
      Merchants merchants,
      InstantSource clock) {
    this.balances = balances;
    this.listing = listing;
    this.stops = stops;
    this.merchants = merchants;
    this.clock = clock;
  }

  HttpAnswer balances(HttpRequest request) {
    Instant now = clock.instant();
    return HttpAnswer.json(
        200,
        OrdersApi.page(balances.listed().stream().map(each -> view(each, now)).toList(), null));
  }

  HttpAnswer orphans(HttpRequest request) {
    return HttpAnswer.json(
        200,
        OrdersApi.page(
            Stream.concat(
                    listing.listed().stream()
                        .map(each -> new Row(each.place().until(), view(each))),
                    listing.unused().stream().map(each -> new Row(each.until(), view(each))))
                .sorted(Comparator.comparing(Row::until))
                .map(Row::view)
                .toList(),
            null));
  }

  private record Row(Instant until, Map<String, Object> view) {}

  HttpAnswer stops(HttpRequest request) {
    return HttpAnswer.json(
        200, OrdersApi.page(stops.all().stream().map(PostageApi::view).toList(), null));
  }

  HttpAnswer turn(HttpRequest request) {
    JsonNode body = request.json();
    Scope scope =
        Scope.named(body.path("scope").asText(""))
            .orElseThrow(() -> new BadRequest("scope is store, node or carrier"));
    String id = body.path("id").asText("").strip();
    JsonNode stopped = body.path("stopped");
    if (!stopped.isBoolean()) {
      throw new BadRequest("stopped is true or false");
    }
    if (!stopped.asBoolean()) {
      stops.lift(scope, id);
      return stops(request);
    }
    if (!isKnown(scope, id)) {
      return HttpAnswer.problem(
          404, "Nothing to stop", "the merchant file has no such " + scope.wireName());
    }
    String why = body.path("why").asText("").strip();
    if (why.isEmpty() || why.length() > LONGEST) {
      throw new BadRequest("say why in 1 to 200 characters: whose orders wait will read it");
    }
    stops.stop(new PostageStop(scope, id, why, request.who(), clock.instant()));
    return stops(request);
  }

  private boolean isKnown(Scope scope, String id) {
    Merchant merchant = merchants.current();
    return switch (scope) {
      case STORE -> merchant.stores().keySet().stream().map(StoreId::value).anyMatch(id::equals);
      case NODE -> merchant.nodes().keySet().stream().map(NodeId::value).anyMatch(id::equals);
      case CARRIER -> merchant.carriers().containsKey(id);
    };
  }

  private static Map<String, Object> view(ListingBalances.Listed listed, Instant now) {
    Reading latest = listed.balance().latest().orElseThrow();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("carrier", listed.account().id());
    view.put("carriers", listed.account().carriers().stream().map(Carrier::id).toList());
    view.put("balance", latest.left());
    view.put("asOf", latest.at());
    view.put("askedAt", listed.balance().askedAt());
    view.put("pacePerHour", listed.balance().pace().map(Pace::perHour).orElse(null));
    view.put("hoursLeft", listed.balance().lasts(now).map(Duration::toHours).orElse(null));
    view.put("low", listed.balance().lowest() != null);
    return view;
  }

  private static Map<String, Object> view(PostageStop stop) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("scope", stop.scope().wireName());
    view.put("id", stop.id());
    view.put("why", stop.why());
    view.put("by", stop.by());
    view.put("at", stop.at());
    return view;
  }

  private static Map<String, Object> view(ListingLabels.Listed listed) {
    Attempt attempt = listed.attempt();
    return view(attempt, state(attempt), listed.place().until(), listed.place().lookAt());
  }

  private static Map<String, Object> view(ListingLabels.Named named) {
    return view(named.attempt(), "unused", named.until(), named.voidedAt());
  }

  private static Map<String, Object> view(
      Attempt attempt, String state, Instant until, @Nullable Instant next) {
    Asked asked = attempt.asked();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("reference", attempt.reference());
    view.put("orderId", attempt.orderId().value());
    view.put("shipmentId", attempt.shipmentId().value());
    view.put("carrier", attempt.carrier());
    view.put("service", attempt.service());
    view.put("state", state);
    view.put("labelId", attempt.labelId());
    view.put("trackingNumber", attempt.trackingNumber());
    view.put("cost", attempt.cost());
    view.put("quoted", asked == null ? null : asked.quoted());
    view.put("begunAt", attempt.begunAt());
    view.put("voidBy", until);
    view.put("nextTryAt", next);
    return view;
  }

  private static String state(Attempt attempt) {
    return attempt.state() == State.BEGUN
        ? "unsettled"
        : attempt.labelId() == null ? "in_doubt" : "orphan";
  }
}
