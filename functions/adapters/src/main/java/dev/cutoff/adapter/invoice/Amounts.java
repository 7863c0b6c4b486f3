package dev.cutoff.adapter.invoice;

import dev.cutoff.money.Money;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts as carriers write them: 1,234.50 or 1.234,50, with a currency before or behind, and
 * credits as -5.00, 5.00- or (5.00).
 */
final class Amounts {
  private static final String GROUPS = "'’ \u00a0\u202f";

  private final boolean decimalComma;
  private final Pattern pattern;
  private final Pattern groups;

  Amounts(boolean decimalComma) {
    this.decimalComma = decimalComma;
    String decimal = decimalComma ? "," : "\\.";
    String group = "[" + GROUPS + (decimalComma ? "." : ",") + "]";
    String number =
        "(?<whole>\\d{1,3}(?:%1$s\\d{3}){1,3}|\\d{1,10})?(?:%2$s(?<part>\\d{1,6}))?"
            .formatted(group, decimal);
    this.groups = Pattern.compile(group);
    this.pattern =
        Pattern.compile(
            "(?<open>\\()?(?<minus>[-−])?(?<before>[A-Z]{3}|\\p{Sc})?\\s?(?<again>[-−])?"
                + number
                + "(?<back>[-−])?\\s?(?<behind>[A-Z]{3}|\\p{Sc})?(?<close>\\))?");
  }

  /** Empty where it is no such amount, or finer than the currency. */
  Optional<Money> read(String text, String currency) {
    Matcher found = pattern.matcher(text);
    if (!found.matches() || (found.group("open") == null) != (found.group("close") == null)) {
      return Optional.empty();
    }
    String whole = found.group("whole");
    String part = found.group("part");
    if ((whole == null && part == null)
        || !isOf(found.group("before"), currency)
        || !isOf(found.group("behind"), currency)) {
      return Optional.empty();
    }
    int signs = 0;
    for (String sign : new String[] {"open", "minus", "again", "back"}) {
      signs += found.group(sign) == null ? 0 : 1;
    }
    if (signs > 1) {
      return Optional.empty();
    }
    String digits =
        (whole == null ? "0" : groups.matcher(whole).replaceAll(""))
            + (part == null ? "" : "." + part);
    return Money.parse((signs == 1 ? "-" : "") + digits, currency);
  }

  /** Dollars and yen are many countries'; of the rest each sign and code is one currency. */
  private static boolean isOf(@Nullable String said, String currency) {
    return said == null
        || said.equals(currency)
        || switch (said) {
          case "€" -> currency.equals("EUR");
          case "£" -> currency.equals("GBP");
          default -> said.length() == 1;
        };
  }

  String hint(String currency) {
    return "is no amount in %s like %s".formatted(currency, decimalComma ? "1.234,50" : "1,234.50");
  }
}
