package dev.cutoff.api;

import dev.cutoff.order.StoreId;
import dev.cutoff.plan.application.PromiseAnswer;
import dev.cutoff.plan.application.PromiseQuestion;
import dev.cutoff.plan.application.PromisingDelivery;
import dev.cutoff.stock.Sku;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** By when it would be there, asked before there is an order. */
final class PromiseApi {
  private static final int MOST_LINES = 12;
  private static final int MOST_UNITS = 1_000;
  private static final int LONGEST = 128;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final PromisingDelivery promising;

  @Inject
  PromiseApi(PromisingDelivery promising) {
    this.promising = promising;
  }

  HttpAnswer show(HttpRequest request) {
    return switch (promising.promise(question(request))) {
      case PromiseAnswer.Promised promised -> HttpAnswer.json(200, PromiseView.of(promised));
      case PromiseAnswer.Unavailable not -> HttpAnswer.json(200, PromiseView.Unavailable.of(not));
      case PromiseAnswer.Unknown unknown ->
          HttpAnswer.problem(404, "No such " + unknown.what(), unknown.message());
      case PromiseAnswer.Wrong wrong -> throw new BadRequest(wrong.message());
    };
  }

  private static PromiseQuestion question(HttpRequest request) {
    return new PromiseQuestion(
        store(one(request, "storeId")),
        units(request),
        wanted(request, "country"),
        one(request, "region"),
        one(request, "postcode"),
        one(request, "method"));
  }

  private static StoreId store(String text) {
    try {
      return new StoreId(text);
    } catch (IllegalArgumentException bad) {
      throw new BadRequest("storeId is to be the id of a store in the merchant file");
    }
  }

  /** One quantity for each SKU, in the same order. */
  private static Map<Sku, Long> units(HttpRequest request) {
    List<String> skus = request.all("sku");
    List<String> quantities = request.all("quantity");
    if (skus.isEmpty() || skus.size() != quantities.size()) {
      throw new BadRequest(
          "say sku and quantity once for each line, in the same order: sku=A&quantity=1");
    }
    if (skus.size() > MOST_LINES) {
      throw new BadRequest("at most " + MOST_LINES + " lines can be asked at once");
    }
    Map<Sku, Long> units = new TreeMap<>();
    for (int i = 0; i < skus.size(); i++) {
      units.merge(StockApi.sku(skus.get(i)), quantity(quantities.get(i)), Long::sum);
    }
    if (units.values().stream().anyMatch(each -> each > MOST_UNITS)) {
      throw badQuantity();
    }
    return units;
  }

  private static long quantity(String text) {
    if (!text.matches("[0-9]{1,6}") || Long.parseLong(text) < 1) {
      throw badQuantity();
    }
    return Long.parseLong(text);
  }

  private static BadRequest badQuantity() {
    return new BadRequest("quantity is to be a whole number from 1 to " + MOST_UNITS);
  }

  private static String wanted(HttpRequest request, String name) {
    String value = one(request, name);
    if (value.isBlank()) {
      throw new BadRequest(name + " is missing");
    }
    return value;
  }

  private static String one(HttpRequest request, String name) {
    List<String> all = request.all(name);
    if (all.size() > 1) {
      throw new BadRequest(name + " is to be said once");
    }
    String value = all.isEmpty() ? "" : all.getFirst().strip();
    if (value.length() > LONGEST || CONTROL.matcher(value).find()) {
      throw new BadRequest(name + " is longer than " + LONGEST + " characters, or no text");
    }
    return value;
  }
}
