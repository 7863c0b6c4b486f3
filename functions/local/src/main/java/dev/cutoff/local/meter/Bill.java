package dev.cutoff.local.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a thousand orders like the measured one cost. */
public final class Bill {
  static final String LOGS = "log bytes";

  private static final double THOUSAND = 1_000;
  private static final double TEN_THOUSAND = 10_000;
  private static final Set<String> BEHIND_API = Set.of("Intake", "Api", "TrackingIn");
  private static final Set<String> BEHIND_QUEUES =
      Set.of("StoreUpdate", "CustomerNotice", "StockChange", "HotReservations");

  /** The webhook, the hand-over and the execution. */
  private static final int TRACES = 3;

  private final List<Line> chain;
  private final List<Line> beside;

  private Bill(List<Line> chain, List<Line> beside) {
    this.chain = List.copyOf(chain);
    this.beside = List.copyOf(beside);
  }

  /**
   * One line.
   *
   * @param amount how much of it an order uses, or a month
   * @param usd what that costs for a thousand orders, or for the month
   */
  public record Line(String what, double amount, double usd) {}

  /** At 1,000 orders a day, which matters for what is cached alone. */
  public static Bill of(Measured measured, Prices prices) {
    return of(measured, prices, THOUSAND);
  }

  static Bill of(Measured measured, Prices prices, double ordersPerDay) {
    Lines chain = new Lines(prices);
    chain.add(
        "state transitions", measured.transitions(), "stepFunctions", "perMillionTransitions");
    chain.addAll(measured.chain(), measured.warm());
    chain.cached(measured.chain(), ordersPerDay);

    Lines tracking = new Lines(prices);
    tracking.addAll(measured.tracking(), measured.tracking());
    double emails = measured.chain().total(Use.NOTICES);
    double later = measured.tracking().total(Use.NOTICES);
    double perEmail = prices.of("ses", "perThousandEmails");
    return new Bill(
        chain.lines,
        List.of(
            new Line("e-mail (SES), until shipped", emails, emails * perEmail),
            new Line("e-mail (SES), after that", later, later * perEmail),
            new Line(
                "traces (X-Ray), if every one is kept",
                TRACES,
                TRACES * THOUSAND * prices.ofMillion("xray", "perMillionTraces")),
            new Line("tracking after shipping, without e-mail", 1, tracking.sum())));
  }

  /** From webhook to shipped, store and customer told. */
  public List<Line> chain() {
    return chain;
  }

  /** What is not in the sum. */
  public List<Line> beside() {
    return beside;
  }

  public double usdPerThousand() {
    return chain.stream().mapToDouble(Line::usd).sum();
  }

  private static final class Lines {
    private final Prices prices;
    private final List<Line> lines = new ArrayList<>();

    Lines(Prices prices) {
      this.prices = prices;
    }

    void add(String what, double perOrder, String service, String price) {
      lines.add(new Line(what, perOrder, perOrder * THOUSAND * prices.ofMillion(service, price)));
    }

    /** All but transitions and what is cached. */
    void addAll(Usage usage, Usage times) {
      double calls = usage.total(Use.LAMBDA_CALLS);
      add("write units", usage.total(Use.WRITE_UNITS), "dynamodb", "perMillionWriteUnits");
      add("read units", usage.total(Use.READ_UNITS), "dynamodb", "perMillionReadUnits");
      add("Lambda calls", calls, "lambda", "perMillionRequests");
      double seconds = lambdaSeconds(usage, times);
      lines.add(
          new Line(
              "Lambda seconds",
              seconds,
              seconds
                  * Assumptions.GIGABYTES
                  * THOUSAND
                  * prices.of("lambda", "arm64PerGbSecond")));
      add("S3 puts", usage.on(Use.REQUESTS, "S3.putObject"), "s3", "perMillionPuts");
      add("S3 gets", usage.on(Use.REQUESTS, "S3.getObject"), "s3", "perMillionGets");
      double published = usage.on(Use.REQUESTS, "Sns.publish");
      add("SNS publishes", published, "sns", "perMillionPublishes64KiB");
      add(
          "SQS requests",
          2 * calls(usage, BEHIND_QUEUES) + usage.on(Use.REQUESTS, "Sqs.sendMessage"),
          "sqs",
          "standardPerMillion64KiB");
      double requests = calls(usage, BEHIND_API);
      add("API requests", requests, "apiGateway", "httpPerMillion");
      double gigabytes = Assumptions.logGigabytes(calls, requests);
      lines.add(
          new Line(
              LOGS,
              gigabytes * 1e9,
              gigabytes * THOUSAND * prices.of("cloudWatchLogs", "ingestPerGb")));
    }

    void cached(Usage usage, double ordersPerDay) {
      double missed = Assumptions.missed(ordersPerDay);
      double secrets = missed * usage.on(Use.REQUESTS, "SecretsManager.getSecretValue");
      lines.add(
          new Line(
              "Secrets Manager calls",
              secrets,
              secrets
                  * THOUSAND
                  * prices.of("secretsManager", "perTenThousandCalls")
                  / TEN_THOUSAND));
      double functions = usage.byFunction(Use.LAMBDA_CALLS).size();
      add("reads of the merchant file", missed * functions, "s3", "perMillionGets");
    }

    double sum() {
      return lines.stream().mapToDouble(Line::usd).sum();
    }

    private static double calls(Usage usage, Set<String> functions) {
      return functions.stream().mapToDouble(function -> usage.of(Use.LAMBDA_CALLS, function)).sum();
    }

    private static double lambdaSeconds(Usage usage, Usage times) {
      return usage.byFunction(Use.LAMBDA_CALLS).keySet().stream()
              .mapToDouble(function ->
                  Assumptions.millis(
                      times.of(Use.OWN_MILLIS, function),
                      usage
                          .byFunction(Use.REQUESTS)
                          .getOrDefault(function, java.util.Collections.emptySortedMap())))
              .sum()
          / THOUSAND;
    }
  }
}
