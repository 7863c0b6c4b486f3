package dev.cutoff.adapter.merchant;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time or a price of the merchant file, moved as somebody says. */
final class ChangedValue {
  private static final Pattern SHIFT = Pattern.compile("([+-]\\d{1,4})(m|h)");
  private static final Pattern PERCENT = Pattern.compile("([+-]\\d{1,3}(?:\\.\\d{1,4})?)%");
  private static final Pattern AMOUNT = Pattern.compile("[+-]\\d{1,6}(?:\\.\\d{1,4})?");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ChangedValue() {}

  /** Another time of the same day: "15:00", "-45m", "+1h". */
  static String time(String from, String change) {
    Matcher shift = SHIFT.matcher(change);
    try {
      if (!shift.matches()) {
        return LocalTime.parse(change).toString();
      }
      long number = Long.parseLong(shift.group(1));
      Duration by =
          shift.group(2).equals("h") ? Duration.ofHours(number) : Duration.ofMinutes(number);
      Duration at = Duration.between(LocalTime.MIN, LocalTime.parse(from)).plus(by);
      if (at.isNegative() || at.compareTo(Duration.ofDays(1)) >= 0) {
        throw new ChangedFile.Wrong(
            "a cutoff at " + from + " can't be moved by " + change + ": that is another day");
      }
      return LocalTime.MIN.plus(at).toString();
    } catch (DateTimeParseException noTime) {
      throw new ChangedFile.Wrong("'" + change + "' is no time: say 15:00, -45m or +1h");
    }
  }

  /** A price that is not below nothing: "+5%", "-0.40". */
  static String price(String from, String change) {
    BigDecimal price = new BigDecimal(from);
    Matcher percent = PERCENT.matcher(change);
    BigDecimal by;
    if (percent.matches()) {
      by = price.multiply(new BigDecimal(percent.group(1))).divide(HUNDRED);
    } else if (AMOUNT.matcher(change).matches()) {
      by = new BigDecimal(change);
    } else {
      throw new ChangedFile.Wrong("'" + change + "' is no change of a price: say +5% or -0.40");
    }
    return price
        .add(by)
        .max(BigDecimal.ZERO)
        .setScale(price.scale(), RoundingMode.HALF_UP)
        .toPlainString();
  }
}
