package dev.cutoff.adapter.merchant;

import static dev.cutoff.adapter.merchant.SlipOfThePen.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.InvoiceColumns;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which column of a carrier's invoice is what. */
final class InvoiceBindingTest {
  private static final String PATTERN = "\"datePattern\": \"M/d/uuuu\"";
  private static final String AT = "carriers[1].invoice";

  private static InvoiceColumns read(String old, String replacement) {
    return switch (SlipOfThePen.check(ExampleShop.with(old, replacement))) {
      case MerchantFile.Read read ->
          Objects.requireNonNull(
              Objects.requireNonNull(read.merchant().carriers().get("parcelpost")).invoice());
      case MerchantFile.Wrong wrong -> throw new AssertionError(wrong.problems().toString());
    };
  }

  @Test
  void theExampleIsRead() {
    assertThat(read(PATTERN, PATTERN))
        .isEqualTo(
            new InvoiceColumns(
                "Tracking Number",
                "Net Charge",
                null,
                "Ship Date",
                "M/d/uuuu",
                "Charge",
                ',',
                false));
  }

  @Test
  void otherDelimitersAndDecimalCommasAreRead() {
    InvoiceColumns columns =
        read(PATTERN, "\"delimiter\": \"tab\", \"decimalComma\": true, \"currency\": \"Cur\"");
    assertThat(columns.delimiter()).isEqualTo('\t');
    assertThat(columns.decimalComma()).isTrue();
    assertThat(columns.currency()).isEqualTo("Cur");
    assertThat(columns.datePattern()).isEqualTo("uuuu-MM-dd");
  }

  @Test
  void yearsMayBeWrittenWithYAndTimesMayFollow() {
    assertThat(read(PATTERN, "\"datePattern\": \"dd.MM.yyyy HH:mm\"").datePattern())
        .isEqualTo("dd.MM.yyyy HH:mm");
  }

  @Test
  void aPatternThatSaysNoDayIsTold() {
    for (String each : new String[] {"MM/uuuu", "nonsense", "HH:mm", "d/M"}) {
      expect(
          PATTERN,
          "\"datePattern\": \"%s\"".formatted(each),
          AT + ".datePattern",
          "must say how a date is written",
          "\"invoice\": {");
    }
  }

  @Test
  void aPatternWithoutAColumnAndAnotherDelimiterAreTold() {
    expect(
        "\"date\": \"Ship Date\", ",
        "",
        AT + ".datePattern",
        "of no use without date",
        "\"invoice\": {");
    expect(PATTERN, "\"delimiter\": \":\"", AT + ".delimiter", "semicolon, tab", "\"invoice\": {");
  }
}
