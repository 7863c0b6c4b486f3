package dev.cutoff.local.bench.promise;

import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Merchant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Seeded questions to the example shop: half of them from a product page, with one line, the rest
 * carts of two to twelve; all over the country and some abroad; some for more than there is.
 */
final class Questions {
  private static final int MOST_LINES = 12;
  private static final List<String> METHODS =
      List.of("", "Standard", "Standard", "Economy", "Express", "Express", "Overnight");

  private static final List<String> PLACES =
      List.of(
          "US&region=MA&postcode=02108",
          "US&region=NY&postcode=10001",
          "US&region=PA&postcode=19103",
          "US&region=DC&postcode=20001",
          "US&region=GA&postcode=30303",
          "US&region=FL&postcode=33101",
          "US&region=OH&postcode=43215",
          "US&region=MI&postcode=48226",
          "US&region=MN&postcode=55401",
          "US&region=IL&postcode=60601",
          "US&region=MO&postcode=63101",
          "US&region=TX&postcode=75201",
          "US&region=TX&postcode=77002",
          "US&region=CO&postcode=80202",
          "US&region=AZ&postcode=85004",
          "US&region=NV&postcode=89101",
          "US&region=CA&postcode=90012",
          "US&region=CA&postcode=94103",
          "US&region=OR&postcode=97204",
          "US&region=WA&postcode=98101",
          "US&region=HI&postcode=96813",
          "US&region=AK&postcode=99501",
          "CA&region=ON&postcode=M5V+2T6",
          "GB&postcode=SW1A+1AA",
          "DE&postcode=10115");

  private final Random random;
  private final List<String> skus;

  Questions(Merchant merchant, long seed) {
    this.random = new Random(seed);
    this.skus =
        new ArrayList<>(
            Stream.concat(
                    merchant.items().values().stream()
                        .filter(Item::requiresShipping)
                        .map(item -> item.sku().value()),
                    merchant.kits().keySet().stream().map(sku -> sku.value()))
                .toList());
  }

  String next() {
    int lines = random.nextBoolean() ? 1 : 2 + random.nextInt(MOST_LINES - 1);
    Collections.shuffle(skus, random);
    StringBuilder query = new StringBuilder("/promise?storeId=acme");
    for (int i = 0; i < lines; i++) {
      query
          .append("&sku=")
          .append(URLEncoder.encode(skus.get(i), StandardCharsets.UTF_8))
          .append("&quantity=")
          .append(random.nextInt(50) == 0 ? 500 : 1 + random.nextInt(3));
    }
    query.append("&country=").append(PLACES.get(random.nextInt(PLACES.size())));
    String method = METHODS.get(random.nextInt(METHODS.size()));
    return method.isEmpty() ? query.toString() : query.append("&method=").append(method).toString();
  }
}
