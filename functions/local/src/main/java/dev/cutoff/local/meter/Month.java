package dev.cutoff.local.meter;

import java.util.ArrayList;
import java.util.List;

/**
 * What a month costs at so many orders a day: what orders use, and what is paid whether they come
 * or not. Storage is that of the thirteenth month, with a year of orders kept.
 */
public final class Month {
  private static final double DAYS = 30.4;
  private static final double YEAR = 365;
  private static final double GIGABYTE = 1e9;
  private static final double THOUSAND = 1_000;

  /** Of template.yaml. */
  private static final int ALARMS = 15;

  /** One store with two and three carriers with one each. */
  private static final int SECRETS = 5;

  /** What the sweeper, the two watches, the look after postage and the audit of stock report. */
  private static final int METRICS = 15;

  private static final int QUEUES = 4;
  private static final double LOG_MONTHS = 1;

  /** Five pollers of Lambda ask each queue once in twenty seconds. */
  private static final double POLLS_A_DAY = 5 * 3 * 60 * 24;

  private static final double SWEEPS_A_DAY = 60 * 24;
  private static final double SWEEP_SECONDS = 0.1;
  private static final double SWEEP_READS = 1;

  private static final double WATCHES_A_DAY = 12 * 24;
  private static final double WATCH_SECONDS = 0.3;
  private static final double WATCH_GIGABYTES = 1.73;
  private static final double WATCH_READS = 6;
  private static final double POSTAGE_READS = 3;

  /** Orders are in the house for half a day; each is read whole in every round. */
  private static final double DAYS_IN_THE_HOUSE = 0.5;

  private static final double READS_A_LOOK = 1.5;
  private static final double SECONDS_A_LOOK = 0.0005;

  private final List<Bill.Line> lines;

  private Month(List<Bill.Line> lines) {
    this.lines = List.copyOf(lines);
  }

  public static Month of(Measured measured, Prices prices, double ordersPerDay) {
    Bill bill = Bill.of(measured, prices, ordersPerDay);
    double orders = ordersPerDay * DAYS;
    List<Bill.Line> lines = new ArrayList<>();
    lines.add(line("orders, from webhook to shipped", orders, bill.usdPerThousand() / THOUSAND));
    for (Bill.Line beside : bill.beside()) {
      lines.add(line(beside.what(), orders, beside.usd() / THOUSAND));
    }
    lines.add(
        line(
            "asking empty queues",
            QUEUES * POLLS_A_DAY * DAYS,
            prices.ofMillion("sqs", "standardPerMillion64KiB")));
    lines.add(line("the sweeper, each minute", SWEEPS_A_DAY * DAYS, sweep(prices)));
    lines.add(
        line(
            "the promise watch, every five minutes",
            WATCHES_A_DAY * DAYS,
            watch(prices, ordersPerDay * DAYS_IN_THE_HOUSE)));
    lines.add(line("postage, every five minutes", WATCHES_A_DAY * DAYS, postage(prices)));
    lines.add(line("alarms", ALARMS, prices.of("cloudWatch", "perAlarmMonth")));
    lines.add(line("metrics of ours", METRICS, prices.of("cloudWatch", "perMetricMonth")));
    lines.add(line("secrets", SECRETS, prices.of("secretsManager", "perSecretMonth")));
    double rows = ordersPerDay * YEAR * measured.rowBytes() / GIGABYTE;
    lines.add(line("GB of rows", rows, prices.of("dynamodb", "storagePerGbMonth")));
    lines.add(line("GB of point-in-time recovery", rows, prices.of("dynamodb", "pitrPerGbMonth")));
    double objects = ordersPerDay * YEAR * measured.objectBytes() / GIGABYTE;
    lines.add(line("GB of documents", objects, prices.of("s3", "storagePerGbMonth")));
    double perOrder =
        logs(bill.chain())
            + Assumptions.logGigabytes(measured.tracking().total(Use.LAMBDA_CALLS), 0);
    double logs = perOrder * orders + Assumptions.logGigabytes(SWEEPS_A_DAY * DAYS, 0);
    lines.add(
        line("GB of logs", logs * LOG_MONTHS, prices.of("cloudWatchLogs", "storagePerGbMonth")));
    return new Month(lines);
  }

  private static double logs(List<Bill.Line> lines) {
    return lines.stream()
            .filter(line -> line.what().equals(Bill.LOGS))
            .mapToDouble(Bill.Line::amount)
            .sum()
        / GIGABYTE;
  }

  private static double sweep(Prices prices) {
    return prices.ofMillion("eventBridge", "perMillionScheduled")
        + prices.ofMillion("lambda", "perMillionRequests")
        + SWEEP_SECONDS * Assumptions.GIGABYTES * prices.of("lambda", "arm64PerGbSecond")
        + SWEEP_READS * prices.ofMillion("dynamodb", "perMillionReadUnits");
  }

  /** Nearly always the list is empty, and no order waits for it. */
  private static double postage(Prices prices) {
    return prices.ofMillion("eventBridge", "perMillionScheduled")
        + prices.ofMillion("lambda", "perMillionRequests")
        + SWEEP_SECONDS * WATCH_GIGABYTES * prices.of("lambda", "arm64PerGbSecond")
        + POSTAGE_READS * prices.ofMillion("dynamodb", "perMillionReadUnits");
  }

  private static double watch(Prices prices, double orders) {
    double seconds = WATCH_SECONDS + orders * SECONDS_A_LOOK;
    return prices.ofMillion("eventBridge", "perMillionScheduled")
        + prices.ofMillion("lambda", "perMillionRequests")
        + seconds * WATCH_GIGABYTES * prices.of("lambda", "arm64PerGbSecond")
        + (WATCH_READS + orders * READS_A_LOOK)
            * prices.ofMillion("dynamodb", "perMillionReadUnits");
  }

  private static Bill.Line line(String what, double amount, double each) {
    return new Bill.Line(what, amount, amount * each);
  }

  /** Amounts and dollars a month. */
  public List<Bill.Line> lines() {
    return lines;
  }

  public double usd() {
    return lines.stream().mapToDouble(Bill.Line::usd).sum();
  }
}
