package dev.cutoff.local.bench.flash;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What all runs came to.
 *
 * @param postgres which PostgreSQL it was, or why there was none
 */
record Results(
    FlashSaleBench.Size size,
    List<Sale> sales,
    List<PayPage> payPages,
    Map<Way, List<Sold>> ways,
    String postgres) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String ROW = "%-38s %20s %20s %8s %13s %20s %20s %22s %18s%n";
  private static final String LINE = "  %-72s %s%n";

  Results {
    sales = List.copyOf(sales);
    payPages = List.copyOf(payPages);
    ways = Collections.unmodifiableMap(new EnumMap<>(ways));
  }

  /** Whether Cutoff did in every run what it promises; the others may do as they do. */
  boolean ok() {
    return sales.stream().allMatch(each -> each.ok(size.units()))
        && payPages.stream().allMatch(each -> each.ok(size.units()))
        && ways.entrySet().stream()
            .filter(each -> each.getKey().ours())
            .flatMap(each -> each.getValue().stream())
            .allMatch(each -> each.exact(size.units()));
  }

  static String told(Sale sale) {
    Sold sold = sale.sold();
    return "%d sold, %d oversold, %d unsold, drift %d, %d of %d losers told; %.1f orders/s; decided after p50 %,.0f ms, p99 %,.0f ms; the webhook's answer p50 %.0f ms, p99 %.0f ms, sent again %d times"
        .formatted(
            sold.sold(),
            sold.oversold(),
            sold.unsold(),
            sold.drift(),
            sale.told(),
            sale.losers(),
            sold.perSecond(),
            sold.p50Ms(),
            sold.p99Ms(),
            sale.answerP50Ms(),
            sale.answerP99Ms(),
            sale.sentAgain());
  }

  static String told(PayPage page) {
    return "%d units held, %d of %d told before payment, %d paid, %d of them not shipped, %d units expired, %d resold; at the end %s"
        .formatted(
            page.heldUnits(),
            page.toldBeforePayment(),
            page.losers(),
            page.paid(),
            page.paidNotShipped(),
            page.expiredUnits(),
            page.resoldUnits(),
            page.end());
  }

  void print(PrintStream out) {
    List<Sold> whole = sales.stream().map(Sale::sold).toList();
    out.printf(
        "%nMedian, and in brackets the least and the most of %d runs. Waits in ms.%n",
        sales.size());
    out.printf(
        ROW,
        "",
        "sold",
        "oversold",
        "unsold",
        "gave up",
        "drift",
        "buyers/s",
        "p99 from the begin",
        "p99 of the call");
    row(out, "Cutoff, the whole order by HTTP", whole);
    out.printf(
        "The reservation alone, no order, plan or label; %d buyers at a time, the others wait. DynamoDB Local is %d ms away; %s.%n",
        Rush.AT_ONCE, Distance.OF_A_CALL.toMillis(), postgres);
    for (Way way : Way.values()) {
      List<Sold> runs = ways.get(way);
      if (runs == null) {
        out.printf("%-38s skipped: %s%n", way.title(), postgres);
      } else {
        row(out, way.title(), runs);
      }
    }
    print(out, payPages);
    out.printf("%n%s%n", ok() ? "As promised in every run." : "NOT as promised; see above.");
  }

  private static void row(PrintStream out, String title, List<Sold> runs) {
    out.printf(
        ROW,
        title,
        Spread.of(runs, Sold::sold),
        Spread.of(runs, Sold::oversold),
        Spread.of(runs, Sold::unsold),
        Spread.of(runs, Sold::gaveUp),
        Spread.of(runs, Sold::drift),
        Spread.of(runs, Sold::perSecond),
        Spread.of(runs, Sold::p99Ms),
        Spread.of(runs, Sold::callP99Ms));
  }

  private static void print(PrintStream out, List<PayPage> pages) {
    out.printf(
        "%nAll reach the payment page before anybody has paid, then all pay but some who leave:%n");
    out.printf(
        LINE, "units held when all have placed their orders", Spread.of(pages, PayPage::heldUnits));
    out.printf(LINE, "buyers without a hold", Spread.of(pages, PayPage::losers));
    out.printf(
        LINE,
        "of these, told before anybody could pay",
        Spread.of(pages, PayPage::toldBeforePayment));
    out.printf(LINE, "holders who paid", Spread.of(pages, PayPage::paid));
    out.printf(LINE, "of these, without a label", Spread.of(pages, PayPage::paidNotShipped));
    out.printf(LINE, "labels for orders without a hold", Spread.of(pages, PayPage::shippedUnheld));
    out.printf(LINE, "units whose unpaid hold ran out", Spread.of(pages, PayPage::expiredUnits));
    out.printf(LINE, "of these, sold to others", Spread.of(pages, PayPage::resoldUnits));
    out.printf(LINE, "units sold at the end", Spread.of(pages, each -> each.end().sold()));
    out.printf(LINE, "oversold", Spread.of(pages, each -> each.end().oversold()));
    out.printf(LINE, "unsold", Spread.of(pages, each -> each.end().unsold()));
    out.printf(LINE, "drift", Spread.of(pages, each -> each.end().drift()));
    out.printf(
        LINE,
        "p99 from the begin to the hold or the word that there is none, ms",
        Spread.of(pages, PayPage::holdP99Ms));
    out.printf(
        LINE,
        "payments a second, until all that may ship have labels",
        Spread.of(pages, PayPage::perSecond));
  }

  void write(Path json) throws IOException {
    ObjectNode all = JSON.createObjectNode();
    all.put("name", "flash-sale");
    all.put("ok", ok());
    ObjectNode figures = all.putObject("figures");
    put(figures, sales.stream().map(Sale::sold).toList());
    figures.put("ackP99Ms", Spread.of(sales, Sale::answerP99Ms).max());
    figures.put("losersNotTold", Spread.of(sales, each -> each.losers() - each.told()).max());
    ArrayNode rows = all.putArray("rows");
    ways.forEach((way, runs) -> put(rows.addObject().put("rival", way.key()), runs));
    ObjectNode page = rows.addObject().put("rival", "cutoff-pay-page");
    page.put("sold", Spread.of(payPages, each -> each.end().sold()).median());
    page.put("oversold", Spread.of(payPages, each -> each.end().oversold()).max());
    page.put("unsold", Spread.of(payPages, each -> each.end().unsold()).max());
    page.put("ordersPerSecond", Spread.of(payPages, PayPage::perSecond).median());
    page.put("p99Ms", Spread.of(payPages, PayPage::holdP99Ms).median());
    page.put("chargedWithoutUnits", Spread.of(payPages, PayPage::paidNotShipped).max());
    for (Way way : Way.values()) {
      if (!ways.containsKey(way)) {
        rows.addObject().put("rival", way.key()).put("skipped", postgres);
      }
    }
    Files.write(json, JSON.writeValueAsBytes(all));
  }

  /** Speeds are the median; of what went wrong, the worst run. */
  private static void put(ObjectNode to, List<Sold> runs) {
    to.put("sold", Spread.of(runs, Sold::sold).median());
    to.put("oversold", Spread.of(runs, Sold::oversold).max());
    to.put("unsold", Spread.of(runs, Sold::unsold).max());
    to.put("gaveUp", Spread.of(runs, Sold::gaveUp).max());
    to.put("drift", Spread.of(runs, Sold::drift).max());
    to.put("ordersPerSecond", Spread.of(runs, Sold::perSecond).median());
    to.put("p99Ms", Spread.of(runs, Sold::p99Ms).median());
    to.put("callP99Ms", Spread.of(runs, Sold::callP99Ms).median());
  }
}
