package dev.cutoff.testkit;

import dev.cutoff.merchant.application.Secrets;
import java.util.Map;

/** Secrets of a test. */
public final class MapSecrets implements Secrets {
  private final Map<String, String> values;

  public MapSecrets(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  @Override
  public String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new MissingSecret(name);
    }
    return value;
  }
}
