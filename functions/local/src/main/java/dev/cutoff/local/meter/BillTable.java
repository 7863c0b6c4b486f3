package dev.cutoff.local.meter;

import java.io.PrintStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The bill and where its units go, for people. */
public final class BillTable {
  private static final String ROW = "  %-40s %12s %12s%n";

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
    out.println();
    Assumptions.inWords().forEach(out::println);
  }

  private static void row(Bill.Line line, PrintStream out) {
    out.printf(ROW, line.what(), number(line.perOrder()), "%.4f".formatted(line.usdPerThousand()));
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
    Map<String, Double> figures = new java.util.LinkedHashMap<>();
    figures.put("transitions", (double) measured.transitions());
    figures.put("writeUnits", measured.chain().total(Use.WRITE_UNITS));
    figures.put("readUnits", measured.chain().total(Use.READ_UNITS));
    figures.put("lambdaCalls", measured.chain().total(Use.LAMBDA_CALLS));
    figures.put("usdPer1000Orders", bill.usdPerThousand());
    return figures;
  }
}
