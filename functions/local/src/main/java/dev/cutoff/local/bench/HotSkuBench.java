package dev.cutoff.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.local.demo.ExampleShop;
import dev.cutoff.merchant.application.Merchants;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many orders a second one shelf takes under the model of DynamoDB's limits: one transaction an
 * order, the hot path on one row, and the hot path spread over rows. Virtual time: the same on
 * every machine.
 */
final class HotSkuBench {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final double ONE_ROW = 9_000;
  private static final double SPREAD = 10_000;
  private static final double UNITS_EACH = 2.1;

  private static final int FEW = 500;
  private static final int MANY = 60_000;

  /** Orders a second, more than the rows take, so that what they take shows. */
  private static final int CROWD = 12_000;

  private static final int LARGER_CROWD = 24_000;

  /** So many orders come for units that only the first of them get. */
  private static final int TOO_MANY = 1_000;

  private static final int FUNCTIONS = 2;
  private static final int CALLERS = 100;

  private HotSkuBench() {}

  static int run(Path root, @Nullable Path json, PrintStream out) throws IOException {
    var merchant = ExampleShop.read(root).merchant();
    Merchants merchants = () -> merchant;
    out.println(
        """
        One shelf, MUG-01 at EAST, under the model of DynamoDB's limits, in virtual time: 1,000 write units a second and
        partition, none saved; transactions of 10 ms that never overlap on an item; failed conditions and conflicts cost
        as writes do. The reservation path alone: its row is the ledger's entry, the order's row is written outside.
        """);
    HotSale.Figures inTurn = alone(merchants, "one transaction an order, in turn", 1);
    HotSale.Figures atOnce = alone(merchants, "one transaction an order, 100 at once", CALLERS);
    HotSale.Figures oneRow = queued(merchants, "hot path, one row", CROWD, false);
    HotSale.Figures spread = queued(merchants, "hot path, spread over rows", LARGER_CROWD, true);
    List<HotSale.Figures> rows = List.of(inTurn, atOnce, oneRow, spread);
    out.printf(
        "%-40s %8s %14s %12s %8s %6s %9s %8s %9s %10s%n",
        "",
        "orders",
        "reserved/s",
        "units each",
        "sold",
        "left",
        "oversold",
        "refused",
        "gave up",
        "conflicts");
    rows.forEach(row -> print(row, out));
    out.println();
    Quota.print(out);
    double unitsEach = Math.max(oneRow.unitsEach(), spread.unitsEach());
    boolean ok =
        oneRow.perSecond() >= ONE_ROW
            && spread.perSecond() >= SPREAD
            && unitsEach <= UNITS_EACH
            && oneRow.isWhole()
            && spread.isWhole();
    if (json != null) {
      write(json, rows, spread.perSecond(), oneRow.perSecond(), unitsEach, ok);
    }
    return ok ? 0 : 1;
  }

  private static HotSale.Figures alone(Merchants merchants, String name, int callers) {
    try (HotSale sale = new HotSale(merchants, FEW + FEW / 10)) {
      return sale.oneByOne(name, FEW, callers);
    }
  }

  private static HotSale.Figures queued(
      Merchants merchants, String name, int perSecond, boolean spread) {
    // Each tenth order wants two.
    long units = MANY + MANY / 10 - TOO_MANY;
    try (HotSale sale = new HotSale(merchants, units)) {
      return sale.queued(name, MANY, perSecond, FUNCTIONS, spread);
    }
  }

  private static void print(HotSale.Figures row, PrintStream out) {
    out.printf(
        "%-40s %,8d %,14.0f %12.3f %,8d %,6d %,9d %,8d %,9d %,10d%n",
        row.name(),
        row.orders(),
        row.perSecond(),
        row.unitsEach(),
        row.sold(),
        row.left(),
        row.oversold(),
        row.refused(),
        row.givenUp(),
        row.spent().conflicts());
  }

  private static void write(
      Path json,
      List<HotSale.Figures> rows,
      double spread,
      double oneRow,
      double unitsEach,
      boolean ok)
      throws IOException {
    ObjectNode all = JSON.createObjectNode();
    all.put("name", "hot-sku");
    all.put("ok", ok);
    all.putObject("figures")
        .put("reservationsPerSecond", spread)
        .put("reservationsPerSecondOneRow", oneRow)
        .put("writeUnitsPerReservation", unitsEach);
    ArrayNode list = all.putArray("rows");
    for (HotSale.Figures row : rows) {
      list.addObject()
          .put("name", row.name())
          .put("orders", row.orders())
          .put("reservationsPerSecond", row.perSecond())
          .put("writeUnitsPerReservation", row.unitsEach())
          .put("sold", row.sold())
          .put("left", row.left())
          .put("oversold", row.oversold())
          .put("refused", row.refused())
          .put("gaveUp", row.givenUp())
          .put("conflicts", row.spent().conflicts())
          .put("throttled", row.spent().throttled());
    }
    for (Quota quota : Quota.DEFAULTS) {
      list.addObject()
          .put("quota", quota.name())
          .put("atOnce", quota.atOnce())
          .put("aSecond", quota.aSecond())
          .put("anOrder", quota.anOrder());
    }
    Files.write(json, JSON.writeValueAsBytes(all));
  }
}
