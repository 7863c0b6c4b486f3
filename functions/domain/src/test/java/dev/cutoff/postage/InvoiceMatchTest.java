package dev.cutoff.postage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.money.Money;
import dev.cutoff.postage.InvoiceReport.Finding;
import dev.cutoff.postage.InvoiceReport.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a carrier may bill, and what is to be disputed. */
final class InvoiceMatchTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-23");

  private final InvoiceMatch match = new InvoiceMatch();
  private long line = 1;

  private static Money usd(long cents) {
    return Money.of(cents, "USD");
  }

  private void billed(String number, String kind, Money amount) {
    match.line(new InvoiceLine(++line, number, amount, DAY, kind));
  }

  private void bought(String number, long cents) {
    bought(number, cents, DAY, false);
  }

  private void bought(String number, long cents, LocalDate day, boolean voided) {
    match.label(new PaidLabel("DTC-1", "SHP-DTC-1-1-1-a1", number, usd(cents), day, voided));
  }

  private Finding only() {
    List<Finding> findings = match.report().findings();
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  @Test
  void aLabelThatIsBilledAsItWasPaidAgrees() {
    billed("TRK-1", "Ground", usd(1145));
    bought("TRK-1", 1145);
    assertThat(match.report().agreed()).isEqualTo(1);
    assertThat(match.report().isInOrder()).isTrue();
  }

  @Test
  void whatTheCarrierAddsIsAnAdjustmentWithTheDifference() {
    billed("TRK-1", "Ground", usd(1145));
    billed("TRK-1", "Address correction", usd(1900));
    bought("TRK-1", 1145);
    assertThat(only().kind()).isEqualTo(Kind.ADJUSTMENT);
    assertThat(only().difference()).isEqualTo(usd(1900));
    assertThat(only().billed()).isEqualTo(usd(3045));
    assertThat(only().paid()).isEqualTo(usd(1145));
    assertThat(only().lines()).containsExactly(2L, 3L);
  }

  @Test
  void whatTheCarrierBillsLessIsANegativeDifference() {
    billed("TRK-1", "Ground", usd(1000));
    bought("TRK-1", 1145);
    assertThat(only().kind()).isEqualTo(Kind.ADJUSTMENT);
    assertThat(only().difference()).isEqualTo(usd(-145));
  }

  @Test
  void aLabelThatIsChargedTwiceIsADuplicateAndItsSurchargeStaysAnAdjustment() {
    billed("TRK-1", "Ground", usd(1145));
    billed("TRK-1", "Residential", usd(400));
    billed("TRK-1", "Ground", usd(1145));
    bought("TRK-1", 1145);
    List<Finding> findings = match.report().findings();
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.DUPLICATE, Kind.ADJUSTMENT);
    assertThat(findings).extracting(Finding::difference).containsExactly(usd(1145), usd(400));
    assertThat(findings.getFirst().lines()).containsExactly(4L);
    assertThat(findings.getLast().lines()).containsExactly(2L, 3L);
  }

  @Test
  void aDuplicateThatWasCreditedIsNotDisputedAgain() {
    billed("TRK-1", "Ground", usd(1145));
    billed("TRK-1", "Ground", usd(1145));
    billed("TRK-1", "Credit", usd(-1145));
    bought("TRK-1", 1145);
    assertThat(match.report().isInOrder()).isTrue();
    assertThat(match.report().agreed()).isEqualTo(1);
  }

  @Test
  void aSumThatIsSplitInEqualPartsIsNoDuplicate() {
    billed("TRK-1", "Half", usd(500));
    billed("TRK-1", "Half", usd(500));
    bought("TRK-1", 1000);
    assertThat(match.report().isInOrder()).isTrue();
  }

  @Test
  void aNumberThatIsNoneOfOursIsUnknownOnceACurrency() {
    billed("TRK-9", "Ground", usd(900));
    billed("TRK-9", "Fuel", usd(100));
    billed("TRK-9", "Duty", Money.of(500, "CAD"));
    List<Finding> findings = match.report().findings();
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.UNKNOWN, Kind.UNKNOWN);
    assertThat(findings)
        .extracting(Finding::difference)
        .containsExactly(Money.of(500, "CAD"), usd(1000));
    assertThat(findings.getFirst().paid()).isNull();
  }

  @Test
  void aVoidedLabelThatIsBilledIsToBePaidBack() {
    billed("TRK-1", "Ground", usd(1145));
    bought("TRK-1", 1145, DAY, true);
    assertThat(only().kind()).isEqualTo(Kind.VOIDED);
    assertThat(only().difference()).isEqualTo(usd(1145));
    assertThat(only().paid()).isEqualTo(usd(0));
  }

  @Test
  void aVoidedLabelThatIsBilledAndCreditedAgrees() {
    billed("TRK-1", "Ground", usd(1145));
    billed("TRK-1", "Void", usd(-1145));
    bought("TRK-1", 1145, DAY, true);
    assertThat(match.report().isInOrder()).isTrue();
  }

  @Test
  void anotherCurrencyIsToldAndNeverTakenForTheSame() {
    billed("TRK-1", "Ground", Money.of(1145, "EUR"));
    bought("TRK-1", 1145);
    assertThat(only().kind()).isEqualTo(Kind.OTHER_CURRENCY);
    assertThat(only().billed()).isEqualTo(Money.of(1145, "EUR"));
    assertThat(only().paid()).isEqualTo(usd(1145));
    assertThat(match.report().agreed()).isZero();
  }

  @Test
  void chargesAboutNoParcelAreEachOnItsOwn() {
    billed("", "Weekly fee", usd(2500));
    billed("", "Weekly fee", usd(2500));
    assertThat(match.report().of(Kind.NO_TRACKING_NUMBER)).hasSize(2);
    assertThat(match.report().sums())
        .isEqualTo(Map.of(Kind.NO_TRACKING_NUMBER, new TreeMap<>(Map.of("USD", usd(5000)))));
  }

  @Test
  void whatWasBoughtInTheInvoicesDaysAndIsInNoLineIsTold() {
    billed("TRK-1", "Ground", usd(1145));
    bought("TRK-1", 1145);
    bought("TRK-2", 900);
    bought("TRK-3", 900, DAY.plusDays(1), false);
    bought("TRK-4", 900, DAY, true);
    assertThat(match.report().neverBilled())
        .extracting(PaidLabel::trackingNumber)
        .as("neither of another day nor voided")
        .containsExactly("TRK-2");
    assertThat(match.report().isInOrder()).as("a later invoice may bill it").isTrue();
  }

  @Test
  void spacesAndSmallLettersDoNotMakeAnotherNumber() {
    billed("1z 999 aa1 01", "Ground", usd(1145));
    bought("1Z999AA101", 1145);
    assertThat(match.report().agreed()).isEqualTo(1);
  }

  @Test
  void aNumberThatACarrierUsesAgainIsTheLastLabelOfIt() {
    billed("TRK-1", "Ground", usd(1300));
    bought("TRK-1", 1300, DAY, false);
    bought("TRK-1", 1145, DAY.minusDays(300), true);
    assertThat(match.report().agreed()).isEqualTo(1);
  }

  @Test
  void whatCouldNotBeReadKeepsAnInvoiceFromBeingInOrder() {
    match.unread(new InvoiceLine.Unread(3, "column \"Net\": \"x\" is no amount"));
    assertThat(match.report().isInOrder()).isFalse();
    assertThat(match.report().unread()).hasSize(1);
  }

  @Test
  void theDearestOfAKindComesFirst() {
    billed("TRK-1", "Ground", usd(100));
    billed("TRK-2", "Ground", usd(900));
    assertThat(match.report().findings())
        .extracting(Finding::trackingNumber)
        .containsExactly("TRK-2", "TRK-1");
    assertThat(match.report().billed()).isEqualTo(Map.of("USD", usd(1000)));
  }
}
