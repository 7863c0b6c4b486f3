package dev.cutoff.local.meter;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The bill and where its units go, for people. */
public final class BillTable {
  private static final String ROW = "  %-40s %12s %12s%n";

  private static final List<Integer> DAILY = List.of(100, 1_000, 50_000);

  private BillTable() {}

  public static void print(Measured measured, Bill bill, Prices prices, PrintStream out) {
    out.printf(
        "%nWhat AWS would bill for an order of two lines and one parcel, from the webhook until it is shipped%n"
            + "and store and customer are told: %s%n%n",
        prices.title());
    out.printf(ROW, "", "an order", "USD per 1000");
    bill.chain().forEach(line -> row(line, out));
    out.printf(ROW, "sum", "", "%.4f".formatted(bill.usdPerThousand()));
    out.printf("%nNot in the sum:%n");
    bill.beside().forEach(line -> row(line, out));
    out.printf("%nWho uses the units:%n");
    whoUses(measured.chain(), out);
    months(measured, prices, out);
    out.println();
    Assumptions.inWords().forEach(out::println);
  }

  private static void months(Measured measured, Prices prices, PrintStream out) {
    List<Month> months = DAILY.stream().map(orders -> Month.of(measured, prices, orders)).toList();
    out.printf("%nA month in USD, at so many orders a day:%n");
    out.printf("  %-40s", "");
    DAILY.forEach(orders -> out.printf(" %12s", "%,d".formatted(orders)));
    out.println();
    List<Bill.Line> first = months.getFirst().lines();
    for (int i = 0; i < first.size(); i++) {
      out.printf("  %-40s", first.get(i).what());
      for (Month month : months) {
        out.printf(" %12s", "%,.2f".formatted(month.lines().get(i).usd()));
      }
      out.println();
    }
    out.printf("  %-40s", "sum");
    months.forEach(month -> out.printf(" %12s", "%,.2f".formatted(month.usd())));
    out.println();
  }

  private static void row(Bill.Line line, PrintStream out) {
    out.printf(ROW, line.what(), number(line.amount()), "%.4f".formatted(line.usd()));
  }

  private static void whoUses(Usage usage, PrintStream out) {
    out.printf("  %-16s %8s %8s %8s%n", "function", "calls", "written", "read");
    usage
        .byFunction(Use.LAMBDA_CALLS)
        .keySet()
        .forEach(function ->
            out.printf(
                "  %-16s %8s %8s %8s  %s%n",
                function,
                number(usage.of(Use.LAMBDA_CALLS, function)),
                number(usage.of(Use.WRITE_UNITS, function)),
                number(usage.of(Use.READ_UNITS, function)),
                written(usage, function)));
  }

  private static String written(Usage usage, String function) {
    SortedMap<String, Double> rows =
        usage.byFunction(Use.WRITE_UNITS).getOrDefault(function, new TreeMap<>());
    return rows.entrySet().stream()
        .map(each -> number(each.getValue()) + " " + each.getKey().replace(", ", " in "))
        .collect(Collectors.joining(", "));
  }

  static String number(double amount) {
    return amount == Math.rint(amount) ? "%d".formatted((long) amount) : "%.2f".formatted(amount);
  }

  /** For files that programs read. */
  public static Map<String, Double> figures(Measured measured, Bill bill) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("transitions", (double) measured.transitions());
    figures.put("writeUnits", measured.chain().total(Use.WRITE_UNITS));
    figures.put("readUnits", measured.chain().total(Use.READ_UNITS));
    figures.put("lambdaCalls", measured.chain().total(Use.LAMBDA_CALLS));
    figures.put("usdPer1000Orders", bill.usdPerThousand());
    return figures;
  }
}
