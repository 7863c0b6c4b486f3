package dev.cutoff.adapter.invoice;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.InvoiceColumns;
import dev.cutoff.money.Money;
import dev.cutoff.postage.InvoiceLine;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files as carriers and spreadsheets write them. */
final class CsvInvoicesTest {
  private static final InvoiceColumns PLAIN =
      new InvoiceColumns("Tracking", "Net", null, null, "uuuu-MM-dd", null, ',', false);
  private static final InvoiceColumns FULL =
      new InvoiceColumns("Tracking", "Net", "Currency", "Date", "M/d/yyyy", "Kind", ',', false);
  private static final InvoiceColumns GERMAN =
      new InvoiceColumns("Sendung", "Betrag", null, "Datum", "dd.MM.uuuu", null, ';', true);

  private final List<InvoiceLine> lines = new ArrayList<>();
  private final List<InvoiceLine.Unread> unread = new ArrayList<>();

  private Optional<String> read(InvoiceColumns columns, String text) {
    return read(columns, new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private Optional<String> read(InvoiceColumns columns, InputStream in) {
    return new CsvInvoices().read(in, columns, "USD", lines::add, unread::add);
  }

  private List<String> numbers() {
    return lines.stream().map(InvoiceLine::trackingNumber).toList();
  }

  private void net(String amount, long cents) {
    lines.clear();
    unread.clear();
    assertThat(read(PLAIN, "Tracking,Net\nT1,\"" + amount + "\"\n")).isEmpty();
    assertThat(unread).as(amount).isEmpty();
    assertThat(lines.getFirst().amount()).as(amount).isEqualTo(Money.of(cents, "USD"));
  }

  private String refusedNet(String amount) {
    lines.clear();
    unread.clear();
    assertThat(read(PLAIN, "Tracking,Net\nT1,\"" + amount + "\"\nT2,1\n")).isEmpty();
    assertThat(numbers()).as("the others are read").containsExactly("T2");
    return unread.getFirst().why();
  }

  @Test
  void eachColumnIsReadByTheWordsOfTheFirstLineInWhateverOrder() {
    assertThat(read(FULL, "Kind,NET ,Date,Other,currency,Tracking\nFuel,1.50,2/3/2026,x,cad,T1\n"))
        .isEmpty();
    assertThat(lines)
        .containsExactly(
            new InvoiceLine(2, "T1", Money.of(150, "CAD"), LocalDate.parse("2026-02-03"), "Fuel"));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() {
    assertThat(read(PLAIN, "\uFEFFTracking,Net\r\nT1,1.00\r\n")).isEmpty();
    assertThat(read(PLAIN, "\uFEFF\"Tracking\",\"Net\"\r\nT2,1.00\r\n")).isEmpty();
    assertThat(numbers()).containsExactly("T1", "T2");
  }

  @Test
  void quotesHoldDelimitersQuotesAndLineBreaksAndLinesAreCountedOn() {
    assertThat(
            read(
                FULL,
                "Tracking,Net,Currency,Date,Kind\r\nT1,\"1,234.50\",USD,1/2/2026,\"say \"\"a\"\",\r\nb\"\r\nT2,1,USD,1/2/2026,c\r\n"))
        .isEmpty();
    assertThat(lines.getFirst().amount()).isEqualTo(Money.of(123450, "USD"));
    assertThat(lines.getFirst().kind()).isEqualTo("say \"a\",\r\nb");
    assertThat(lines).extracting(InvoiceLine::line).containsExactly(2L, 4L);
  }

  @Test
  void semicolonsAndDecimalCommasAreReadAsTheMerchantFileSays() {
    assertThat(read(GERMAN, "sep=;\nSendung;Betrag;Datum\n00340434;1.234,50;23.11.2026\n"))
        .isEmpty();
    assertThat(lines.getFirst().amount()).isEqualTo(Money.of(123450, "USD"));
    assertThat(lines.getFirst().date()).isEqualTo(LocalDate.parse("2026-11-23"));
  }

  @Test
  void thousandsCreditsAndCurrencySignsAreAmounts() {
    net("11.45", 1145);
    net("1,234.50", 123450);
    net("1,234,567", 123456700);
    net("1 234.50", 123450);
    net("1'234.50", 123450);
    net(".5", 50);
    net("$11.45", 1145);
    net("USD 11.45", 1145);
    net("11.4500", 1145);
    net("-11.45", -1145);
    net("11.45-", -1145);
    net("(11.45)", -1145);
    net("($1,234.50)", -123450);
    net("-$11.45", -1145);
    net("$-11.45", -1145);
  }

  @Test
  void whatMayMeanSomethingElseIsNoAmountAndNamesItsColumn() {
    assertThat(refusedNet("11,45"))
        .isEqualTo("column \"Net\": \"11,45\" is no amount in USD like 1,234.50");
    for (String each :
        List.of(
            "",
            "-",
            "x",
            "1.234.50",
            "11.456",
            "(5",
            "(-5)",
            "--5",
            "€5.00",
            "EUR 5.00",
            "1e9",
            "99999999999",
            "$",
            "12 34")) {
      assertThat(refusedNet(each)).as(each).startsWith("column \"Net\": \"" + each + "\" is no");
    }
  }

  @Test
  void aBadRowNamesLineAndColumnAndTheOthersAreRead() {
    assertThat(
            read(
                FULL,
                """
                Tracking,Net,Currency,Date,Kind
                T1,1,USD,1/2/2026,a
                T2,1,US,1/2/2026,a
                T3,1,USD,2/31/2026,a
                T4,1,USD
                T5,1,USD,1/2/2026,a,b
                "T6"x,1,USD,1/2/2026,a
                9.40011E+21,1,USD,1/2/2026,a

                ,,,,
                T7,1,USD,1/2/2026,a,,
                """))
        .isEmpty();
    assertThat(numbers()).containsExactly("T1", "T7");
    assertThat(unread)
        .extracting(each -> each.line() + " " + each.why())
        .containsExactly(
            "3 column \"Currency\": \"US\" is no currency code such as USD",
            "4 column \"Date\": \"2/31/2026\" is no date like M/d/yyyy",
            "5 has 3 columns, and the first line has 5",
            "6 has 6 columns, and the first line has 5",
            "7 a quote stands in the middle of a value",
            "8 column \"Tracking\": \"9.40011E+21\" is a number that a spreadsheet shortened: take the file as the carrier sent it");
    assertThat(lines).extracting(InvoiceLine::line).containsExactly(2L, 11L);
  }

  @Test
  void aQuoteThatNobodyClosesIsToldWhereItBegins() {
    assertThat(read(PLAIN, "Tracking,Net\nT1,1\n\"T2,1\nT3,1\nT4,1\n")).isEmpty();
    assertThat(numbers()).containsExactly("T1");
    assertThat(unread)
        .containsExactly(
            new InvoiceLine.Unread(
                3, "a quote is opened and not closed: nothing was read from here on"));
  }

  @Test
  void aQuoteThatIsClosedRowsLaterEatsNoneInSilence() {
    assertThat(read(PLAIN, "Tracking,Net\nT1,1\n\"T2,1\nT3,1\nT4,1\nT5,1\nT6,1\nT\",1\nT8,1\n"))
        .isEmpty();
    assertThat(numbers()).containsExactly("T1", "T8");
    assertThat(unread)
        .containsExactly(
            new InvoiceLine.Unread(
                3, "the row goes on to line 8: a quote before it is not closed"));
  }

  @Test
  void trackingNumbersThatWereKeptFromASpreadsheetAreRead() {
    assertThat(read(PLAIN, "Tracking,Net\n\"=\"\"9400\"\"\",1\n=\"9401\",1\n'9402,1\n,5\n"))
        .isEmpty();
    assertThat(numbers()).containsExactly("9400", "9401", "9402", "");
  }

  @Test
  void anEmptyFileIsNoInvoiceAndOneWithoutLinesIsAnEmptyOne() {
    assertThat(read(PLAIN, "")).contains("the file is empty");
    assertThat(read(PLAIN, "\r\n\r\n")).contains("the file is empty");
    assertThat(read(PLAIN, "Tracking,Net")).isEmpty();
    assertThat(lines).isEmpty();
  }

  @Test
  void aWebPageInsteadOfCsvIsToldAsOne() {
    assertThat(read(PLAIN, "<!DOCTYPE html>\n<html><title>Sign in</title>"))
        .contains("the file is a web page and no CSV, as one gets it without signing in");
  }

  @Test
  void whatIsNoTextIsToldAsSuch() {
    String why = "the file is no text in UTF-8: export the invoice as CSV";
    assertThat(read(PLAIN, new ByteArrayInputStream("Tracking,Net\n".getBytes(UTF_16))))
        .contains(why);
    assertThat(read(PLAIN, "PK\u0003\u0004\u0014")).contains(why);
  }

  @Test
  void aColumnThatIsMissingOrThereTwiceIsNamedWithWhatIsThere() {
    assertThat(read(PLAIN, "Tracking;Net\n"))
        .contains("the first line has no column \"Tracking\": it has \"Tracking;Net\"");
    assertThat(read(PLAIN, "Tracking,Net,net\n"))
        .contains("the first line has the column \"Net\" more than once");
  }

  /** The first is handed on long before the last is read. */
  @Test
  void fiftyThousandLinesAreReadAsAStream() {
    StringBuilder text = new StringBuilder("Tracking,Net\n");
    IntStream.range(0, 50_000).forEach(each -> text.append("T" + each + ",11.45\r\n"));
    ByteArrayInputStream in = new ByteArrayInputStream(text.toString().getBytes(UTF_8));
    List<Integer> left = new ArrayList<>();
    assertThat(
            new CsvInvoices().read(in, PLAIN, "USD", line -> left.add(in.available()), unread::add))
        .isEmpty();
    assertThat(unread).isEmpty();
    assertThat(left).hasSize(50_000);
    assertThat(left.getFirst()).isGreaterThan(text.length() - 50_000);
    assertThat(left.getLast()).isZero();
  }
}
