package dev.cutoff.postage;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What pays for labels: carriers that the same secret lets in at the same address have one balance.
 *
 * @param carriers by id, at least one; the first gives it its name
 */
public record PostageAccount(List<Carrier> carriers) {
  public PostageAccount {
    carriers = List.copyOf(carriers);
    if (carriers.isEmpty()) {
      throw new IllegalArgumentException("an account is somebody's");
    }
  }

  /** Those of these carriers. */
  public static List<PostageAccount> of(Collection<Carrier> all) {
    Map<Purse, List<Carrier>> byPurse = new LinkedHashMap<>();
    for (Carrier carrier : all) {
      byPurse.computeIfAbsent(Purse.of(carrier), purse -> new ArrayList<>()).add(carrier);
    }
    return byPurse.values().stream().map(PostageAccount::new).toList();
  }

  /** Of the carrier that is asked. */
  public String id() {
    return first().id();
  }

  /** The one that is asked for all of them. */
  public Carrier first() {
    return carriers.getFirst();
  }

  /** For people: "USPS, DHL eCommerce". */
  public String names() {
    return carriers.stream().map(Carrier::name).collect(Collectors.joining(", "));
  }

  /** Which number an account has at the carrier's does not tell purses apart, its secret does. */
  private record Purse(String provider, @Nullable String apiUrl, String secret) {
    private static Purse of(Carrier carrier) {
      CarrierAccount account = carrier.account();
      return account == null
          ? new Purse(carrier.provider(), null, "of " + carrier.id())
          : new Purse(carrier.provider(), account.apiUrl(), account.secretName());
    }
  }
}
