package dev.cutoff.adapter.merchant;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in the merchant file: {@code items[4].weightGrams}.
 *
 * @param parent null for the whole file
 * @param step as it is written behind the parent
 */
record Where(@Nullable Where parent, String step) {
  static final Where FILE = new Where(null, "");
  private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_$-]+");

  Where field(String name) {
    if (!PLAIN.matcher(name).matches()) {
      return new Where(this, "[\"" + name + "\"]");
    }
    return new Where(this, parent == null ? name : "." + name);
  }

  Where element(int index) {
    return new Where(this, "[" + index + "]");
  }

  @Override
  public String toString() {
    return parent == null ? step : parent + step;
  }
}
