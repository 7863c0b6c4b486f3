package dev.cutoff.local.store;

import java.util.Map;

/**
 * What a store sends to POST /webhooks/{storeId}.
 *
 * @param headers by the names that the platform uses
 */
public record SignedWebhook(Map<String, String> headers, byte[] body) {
  public SignedWebhook {
    headers = Map.copyOf(headers);
  }
}
