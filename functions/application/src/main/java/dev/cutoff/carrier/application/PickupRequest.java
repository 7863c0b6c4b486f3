package dev.cutoff.carrier.application;

import dev.cutoff.merchant.Node;
import java.time.Instant;

/**
 * A courier who is to come.
 *
 * @param reference the pickup's own key: the same again must not book a second one
 * @param from parcels are ready then
 * @param until nobody opens after that
 */
public record PickupRequest(
    String reference, Node node, Instant from, Instant until, int parcels, long grams) {}
