package dev.cutoff.stock;

import java.util.Optional;
import java.util.regex.Pattern;

/** A stock keeping unit: 1 to 64 printable characters without a space at either end. */
public record Sku(String value) implements Comparable<Sku> {
  private static final Pattern FORM = Pattern.compile("\\S(.{0,62}\\S)?");

  public Sku {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a SKU: '" + value + "'");
    }
  }

  /** Empty where a stranger's text is no SKU. */
  public static Optional<Sku> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Sku(text)) : Optional.empty();
  }

  @Override
  public int compareTo(Sku other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
