package dev.cutoff.platform;

/**
 * Where this function's things are.
 *
 * @param ordersTable and stockTable names of the two tables
 * @param bucket of the documents
 * @param topicArn of the announcements
 * @param stockChangesUrl of the queue of SKUs whose availability changed
 * @param hotReservationsUrl of the queue of orders for hot shelves
 * @param storeUpdatesUrl of the queue of what stores are to be told
 * @param stateMachineArn of the chain
 * @param secretsPrefix what the names of secrets begin with, so that two shops share an account
 * @param customerNoticesUrl of the queue of what customers are to be told
 * @param publicUrl where customers' pages are, without a slash at the end; empty puts no links into
 *     what customers and stores are told
 */
public record Settings(
    String ordersTable,
    String stockTable,
    String bucket,
    String topicArn,
    String stockChangesUrl,
    String hotReservationsUrl,
    String storeUpdatesUrl,
    String stateMachineArn,
    String secretsPrefix,
    String customerNoticesUrl,
    String publicUrl) {

  /** From the function's environment; a missing variable is a mistake in the template. */
  static Settings fromEnvironment() {
    return new Settings(
        variable("ORDERS_TABLE"),
        variable("STOCK_TABLE"),
        variable("DOCUMENTS_BUCKET"),
        variable("ANNOUNCEMENTS_TOPIC_ARN"),
        variable("STOCK_CHANGES_URL"),
        variable("HOT_RESERVATIONS_URL"),
        variable("STORE_UPDATES_URL"),
        variable("STATE_MACHINE_ARN"),
        variable("SECRETS_PREFIX"),
        variable("CUSTOMER_NOTICES_URL"),
        optional("PUBLIC_URL"));
  }

  /** One that need not be set; empty then. */
  static String optional(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value.strip();
  }

  /** One variable of the environment. */
  static String variable(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "the environment has no " + name + ": set it in template.yaml for this function");
    }
    return value;
  }
}
