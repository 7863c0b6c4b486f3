package dev.cutoff.api;

import dev.cutoff.audit.DueCount;
import dev.cutoff.audit.application.ListingDueCounts;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.NodeId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to count next. */
final class CountsApi {
  private final ListingDueCounts listing;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  CountsApi(ListingDueCounts listing, Merchants merchants, InstantSource clock) {
    this.listing = listing;
    this.merchants = merchants;
    this.clock = clock;
  }

  HttpAnswer due(HttpRequest request) {
    NodeId node = StockApi.node(request.query().getOrDefault("node", ""));
    if (!merchants.current().nodes().containsKey(node)) {
      return HttpAnswer.problem(404, "No such node", "the merchant file has no node " + node);
    }
    ListingDueCounts.Due due = listing.due(node, from(request.query().get("cursor")));
    Instant now = clock.instant();
    Map<String, Object> page =
        new LinkedHashMap<>(
            OrdersApi.page(
                due.counts().stream().map(each -> view(each, now)).toList(),
                due.next() == 0 ? null : Integer.toString(due.next())));
    page.put("plannedAt", due.madeAt());
    return HttpAnswer.json(200, page);
  }

  private static int from(@Nullable String cursor) {
    if (cursor == null) {
      return 0;
    }
    if (!cursor.matches("\\d{1,6}")) {
      throw new BadRequest("the cursor is not one of this list");
    }
    return Integer.parseInt(cursor);
  }

  private static Map<String, Object> view(DueCount each, Instant now) {
    boolean counted = each.lastCounted() != null;
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("sku", each.shelf().sku().value());
    view.put("node", each.shelf().node().value());
    Lot lot = each.shelf().lot();
    if (lot != null) {
      view.put("lot", lot.id());
    }
    view.put("class", each.abcClass().name());
    view.put("lastCounted", each.lastCounted());
    view.put("dueAt", counted ? each.dueAt() : null);
    view.put(
        "overdueDays", counted ? Math.max(0, Duration.between(each.dueAt(), now).toDays()) : null);
    if (each.exceptionId() != null) {
      view.put("why", "somebody has to know: see the exception");
      view.put("exceptionId", each.exceptionId());
    } else {
      view.put("why", counted ? "class " + each.abcClass() + " is due" : "never counted");
    }
    return view;
  }
}
