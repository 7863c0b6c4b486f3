package dev.cutoff.local.meter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** AWS's list prices in US dollars, from the file in infra/prices. */
public final class Prices {
  private static final String FILE = "infra/prices/aws-us-east-1.json";
  private static final double MILLION = 1e6;

  private final JsonNode file;

  private Prices(JsonNode file) {
    this.file = file;
  }

  public static Prices read(Path root) throws IOException {
    return new Prices(new ObjectMapper().readTree(root.resolve(FILE).toFile()));
  }

  String title() {
    return "%s, list prices of %s, without free tiers (%s)"
        .formatted(file.path("region").asText(), file.path("readAt").asText(), FILE);
  }

  /** Of one, where the file has the price of a million. */
  double ofMillion(String service, String name) {
    return of(service, name) / MILLION;
  }

  double of(String service, String name) {
    JsonNode price = file.path(service).path(name);
    if (!price.isNumber()) {
      throw new IllegalStateException(FILE + " has no price " + service + "." + name);
    }
    return price.doubleValue();
  }
}
