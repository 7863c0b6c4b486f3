package dev.cutoff.local.store;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request that a store got, and what it answered.
 *
 * @param what the GraphQL operation, or method and path
 * @param status 0 where it never answered
 */
public record StoreRequest(String storeId, String what, JsonNode body, int status) {}
