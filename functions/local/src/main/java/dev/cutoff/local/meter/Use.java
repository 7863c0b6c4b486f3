package dev.cutoff.local.meter;

/** What the meter counts. */
public enum Use {
  /** Of DynamoDB, by row kind and index. */
  WRITE_UNITS,
  /** Of DynamoDB, by row kind or index. */
  READ_UNITS,
  /** Invocations of a function. */
  LAMBDA_CALLS,
  /** Requests to services that are waited for, by service. */
  REQUESTS,
  /** Milliseconds of processor time inside a function, its requests not counted. */
  OWN_MILLIS,
  /** Messages sent to customers, by medium. */
  NOTICES
}
