package dev.cutoff.local.meter;

/**
 * What one order used.
 *
 * @param chain from the webhook until it is shipped and store and customer are told
 * @param tracking from then until it is delivered
 * @param transitions of its execution
 * @param warm processor time and requests of the chain, mean over several orders
 * @param rowBytes of its rows and their index entries, with what DynamoDB adds to each
 * @param objectBytes of its documents
 */
public record Measured(
    Usage chain, Usage tracking, int transitions, Usage warm, long rowBytes, long objectBytes) {}
