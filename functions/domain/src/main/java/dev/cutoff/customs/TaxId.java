package dev.cutoff.customs;

import dev.cutoff.geo.Borders;
import dev.cutoff.money.Money;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number under which the shop is registered abroad.
 *
 * @param upTo the highest value of a shipment that it holds for, in the shop's currency; null where
 *     any
 */
public record TaxId(Kind kind, String number, @Nullable Money upTo) {

  /** Whether a shipment of that value goes under it. */
  public boolean holdsFor(Money value) {
    return upTo == null || value.compareTo(upTo) <= 0;
  }

  /** What kinds there are, and how their numbers are written. */
  public enum Kind {
    /** VAT on small imports into the European Union, paid at checkout. */
    IOSS("IM\\d{10}", "IM2760000000", true),
    /** The same for Norway. */
    VOEC("\\d{7}", "2000000", true),
    /** A seller's VAT number, its country in front. */
    VAT("[A-Z]{2}[A-Z0-9]{2,13}", "GB000000000", false),
    /** Of who imports or exports, in the European Union and the United Kingdom. */
    EORI("[A-Z]{2}[A-Z0-9]{1,15}", "DE0000000000000", false),
    /** An Australian GST registration of a seller abroad. */
    ARN("\\d{12}", "300000000000", false),
    /** Of other sales taxes: New Zealand, Singapore, Canada. */
    GST("[A-Z0-9-]{5,20}", "000000000", false);

    private final Pattern pattern;
    private final String example;
    private final boolean limited;

    Kind(String pattern, String example, boolean limited) {
      this.pattern = Pattern.compile(pattern);
      this.example = example;
      this.limited = limited;
    }

    public boolean fits(String number) {
      return pattern.matcher(number).matches();
    }

    public String example() {
      return example;
    }

    /** Whether it never holds for every value. */
    public boolean limited() {
      return limited;
    }

    public boolean holdsIn(String country) {
      return switch (this) {
        case IOSS -> Borders.inEuropeanUnion(country);
        case VOEC -> country.equals("NO");
        case EORI -> Borders.inEuropeanUnion(country) || country.equals("GB");
        case ARN -> country.equals("AU");
        case VAT, GST -> true;
      };
    }
  }
}
