package dev.cutoff.local.shop;

import dev.cutoff.local.client.Client;
import dev.cutoff.merchant.Merchant;
import java.util.Map;

/** Loads the merchant file's opening stock through the API; again changes nothing. */
public final class OpeningStock {
  private OpeningStock() {}

  public static void load(Client client, Merchant merchant) {
    for (Merchant.OpeningStock opening : merchant.openingStock()) {
      Client.Answer answer =
          client.post(
              "/stock/observations",
              Map.of(
                  "sku", opening.sku().value(),
                  "node", opening.node().value(),
                  "count", opening.count(),
                  // Older than every real count, so that none is ever overwritten.
                  "observedAt", "1970-01-01T00:00:00Z",
                  "source", "opening stock"));
      // 409: more is reserved than the file opens with; then a person counted since.
      if (answer.status() != 200 && answer.status() != 409) {
        throw new IllegalStateException(
            "opening stock of %s at %s was refused with %d: %s"
                .formatted(
                    opening.sku(),
                    opening.node(),
                    answer.status(),
                    answer.json().path("detail").asText()));
      }
    }
  }
}
