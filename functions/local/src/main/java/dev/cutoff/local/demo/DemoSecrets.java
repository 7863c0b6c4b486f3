package dev.cutoff.local.demo;

import dev.cutoff.merchant.Merchant;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Secrets of a shop that lives for half a minute. */
final class DemoSecrets {
  private DemoSecrets() {}

  static Map<String, String> of(Merchant merchant) {
    Map<String, String> secrets = new LinkedHashMap<>();
    merchant
        .stores()
        .values()
        .forEach(store -> {
          secrets.put(store.webhookSecretName(), "webhook-of-" + store.id());
          secrets.put(
              store.apiSecretName(),
              store.channel().equals("woocommerce")
                  ? "ck_" + store.id() + ":cs_" + store.id()
                  : "shpat_" + store.id());
        });
    merchant
        .carriers()
        .values()
        .forEach(carrier -> secrets.put(carrier.secretName(), key("scans of " + carrier.id())));
    secrets.put("api-token-demo", "demo-token");
    return secrets;
  }

  private static String key(String text) {
    return "whsec_" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
