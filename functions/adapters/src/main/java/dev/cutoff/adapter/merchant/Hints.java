package dev.cutoff.adapter.merchant;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** What to do about a mistake, worded once for the reader and the checker. */
final class Hints {
  private static final Pattern SECRET_NAME = Pattern.compile("(?i).*SecretName");
  private static final Pattern SECRET_LIKE =
      Pattern.compile("(?i).*(secret|password|passwd|token|api_?key|credential).*");

  /** How the stores' and carriers' own secrets begin. */
  private static final Pattern SECRET_VALUE =
      Pattern.compile("(shpat|shpss|shpca|shppa|whsec|sk_live|rk_live|ck|cs)_\\S{8,}");

  private Hints() {}

  static String unknownField(Collection<String> known) {
    return "is not a field here: remove it or correct its name; known are "
        + String.join(", ", known);
  }

  static boolean looksLikeSecret(String fieldName) {
    return SECRET_LIKE.matcher(fieldName).matches() && !SECRET_NAME.matcher(fieldName).matches();
  }

  static boolean isSecretValue(String text) {
    return SECRET_VALUE.matcher(text).matches();
  }

  static String secret() {
    return "secrets do not belong into this file: put the value among the secrets and give its"
        + " name here, in a field that ends with SecretName";
  }

  static String oneOf(Collection<String> allowed) {
    return "must be one of " + String.join(", ", allowed);
  }

  static String wireName(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
