package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.CarrierAccount;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The shop's account with a carrier, as the file writes it. */
final class AccountBinding {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

  private AccountBinding() {}

  static CarrierAccount account(Field account) {
    return new CarrierAccount(
        account.find("apiUrl").map(AccountBinding::apiUrl).orElse(null),
        StoreBinding.secretName(account.get("secretName")),
        account.find("number").map(Values::text).orElse(""),
        Values.duration(account.get("settle")),
        Values.duration(account.get("voidWithin")),
        account.find("serviceCodes").map(AccountBinding::codes).orElse(Map.of()));
  }

  /** The key travels with each question. */
  private static String apiUrl(Field field) {
    String url = Values.text(field);
    try {
      URI address = URI.create(url);
      boolean here = "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
      if (here || ("https".equals(address.getScheme()) && address.getHost() != null)) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Told below.
    }
    throw field.wrong("must be an https address, such as https://karrio.shop.example");
  }

  private static Map<String, String> codes(Field codes) {
    Map<String, String> all = new TreeMap<>();
    codes
        .node()
        .fieldNames()
        .forEachRemaining(service -> all.put(service, Values.text(codes.get(service))));
    return all;
  }
}
