package dev.cutoff.local.meter;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What can't be counted on one machine and is assumed for the bill, said with every bill. */
final class Assumptions {
  /** Memory of each function. */
  static final double GIGABYTES = 0.5;

  /** AWS gives a whole processor at 1,769 MB and a share of one below. */
  static final double PROCESSOR = 512 / 1769.0;

  /** START, END and REPORT of one call, and a line of ours. */
  static final double LOG_BYTES_PER_CALL = 600;

  /** Its line in the log of accesses; the state machine logs errors alone. */
  static final double LOG_BYTES_PER_REQUEST = 300;

  /** Secrets and the merchant file are kept for five minutes: so often a day are they read. */
  static final double CACHE_ROUNDS_A_DAY = 288;

  private static final double GIGABYTE = 1e9;

  /** Milliseconds a request waits for its answer, within the region; a store's API is outside. */
  private static final Map<String, Double> WAITS =
      Map.of(
          "DynamoDb.read", 4.0,
          "DynamoDb.write", 6.0,
          "DynamoDb.transaction", 15.0,
          "S3.putObject", 35.0,
          "S3.getObject", 25.0,
          "Sns.publish", 20.0,
          "http", 250.0);

  private static final double OTHER_WAIT = 25;

  private Assumptions() {}

  /** Milliseconds of one call of a function: its own work and its waiting. */
  static double millis(double ownMillis, SortedMap<String, Double> requests) {
    double waiting =
        requests.entrySet().stream()
            .mapToDouble(each -> each.getValue() * WAITS.getOrDefault(each.getKey(), OTHER_WAIT))
            .sum();
    return ownMillis / PROCESSOR + waiting;
  }

  /** How many of an order's cached reads miss, at so many orders a day. */
  static double missed(double ordersPerDay) {
    return Math.min(1, CACHE_ROUNDS_A_DAY / ordersPerDay);
  }

  static double logGigabytes(double calls, double apiRequests) {
    return (calls * LOG_BYTES_PER_CALL + apiRequests * LOG_BYTES_PER_REQUEST) / GIGABYTE;
  }

  static List<String> inWords() {
    return List.of(
        "Lambda: 512 MB, arm64. A call lasts as long as its processor time here, divided by the 0.29 of a processor",
        "that 512 MB get, plus its waiting: 4 ms for each read of DynamoDB, 6 a write, 15 a transaction, 35 an S3 put,",
        "25 an S3 get, 20 an SNS publish, 25 anything else of AWS, 250 for each request to the store's API.",
        "Logs: 600 bytes a call and 300 a request to the API, kept a month; of the state machine errors alone.",
        "Secrets and merchant file: kept 5 minutes in a function, at 1,000 orders a day.",
        "SQS: a receive and a delete for each message. Index writes count once, also those of a transaction.",
        "A month has 30.4 days; storage is that of the thirteenth month, with a year of orders kept. Not counted: free tiers,",
        "Cognito (free below 10,000 people), data transfer to the stores, metrics beyond AWS's own, cold starts.");
  }
}
