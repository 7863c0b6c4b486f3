package dev.cutoff.local.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an order costs is raised on purpose or not at all. */
final class BudgetTest {
  private static final Path ROOT = Path.of(System.getProperty("cutoff.root"));
  private static final String FILE = "functions/local/src/test/resources/budget.json";
  private static final String COUNTED = "functions/local/target/budget.json";

  private static Measured measured;

  @BeforeAll
  static void count() throws Exception {
    measured = OneOrder.measure(ROOT, 0);
  }

  @Test
  void anOrderUsesWhatTheBudgetSaysAndNothingMore() throws Exception {
    Budget counted = Budget.counted(measured);
    counted.write(ROOT.resolve(COUNTED));
    List<String> differences = Budget.read(ROOT.resolve(FILE)).differences(counted);
    assertThat(differences)
        .as(
            "An order of two lines and one parcel uses other amounts than %s allows. Where that is meant, put %s in its place.",
            FILE, COUNTED)
        .isEmpty();
  }

  @Test
  void everyRowThatIsWrittenOrReadHasAName() {
    assertThat(measured.chain().on(Use.WRITE_UNITS, RowKind.UNKNOWN)).isZero();
    assertThat(measured.chain().on(Use.READ_UNITS, RowKind.UNKNOWN)).isZero();
  }

  @Test
  void theBudgetSaysWhichFunctionAndWhichRowGrew() {
    Budget counted = Budget.counted(measured);
    Budget tighter =
        new Budget(
            counted.transitions() - 1,
            counted.lambdaCalls(),
            counted.writeUnits(),
            new java.util.TreeMap<>());
    assertThat(tighter.differences(counted))
        .contains(
            "transitions: %d counted, %d allowed"
                .formatted(counted.transitions(), counted.transitions() - 1))
        .anyMatch(line -> line.startsWith("read units, Label, label attempt: "));
  }

  @Test
  void theBillIsTheSumOfItsLinesAndNamesEachServiceOnce() throws Exception {
    Bill bill = Bill.of(measured, Prices.read(ROOT));
    assertThat(bill.chain().stream().map(Bill.Line::what)).doesNotHaveDuplicates();
    assertThat(bill.chain()).allSatisfy(line -> assertThat(line.amount()).isPositive());
    assertThat(bill.usdPerThousand())
        .isEqualTo(bill.chain().stream().mapToDouble(Bill.Line::usd).sum());
    assertThat(measured.chain().byFunction(Use.LAMBDA_CALLS).keySet())
        .containsAll(Set.of("Intake", "Ingest", "Reserve", "RateShop", "Label", "Notify", "Api"));
  }

  @Test
  void aMonthOfMoreOrdersCostsMoreAndTheFixedPartStays() throws Exception {
    Prices prices = Prices.read(ROOT);
    Month few = Month.of(measured, prices, 100);
    Month many = Month.of(measured, prices, 50_000);
    assertThat(few.usd()).isLessThan(many.usd());
    assertThat(usd(few, "alarms")).isEqualTo(usd(many, "alarms")).isPositive();
    assertThat(usd(many, "GB of rows")).isEqualTo(500 * usd(few, "GB of rows"), offset(1e-9));
  }

  private static double usd(Month month, String what) {
    return month.lines().stream()
        .filter(line -> line.what().equals(what))
        .mapToDouble(Bill.Line::usd)
        .sum();
  }

  @Test
  void aTransitionCostsFortyTimesAWriteUnit() throws Exception {
    Bill bill = Bill.of(measured, Prices.read(ROOT));
    assertThat(perOne(bill, "state transitions")).isEqualTo(40 * perOne(bill, "write units"));
  }

  private static double perOne(Bill bill, String what) {
    return bill.chain().stream()
        .filter(line -> line.what().equals(what))
        .mapToDouble(line -> Math.rint(line.usd() / line.amount() * 1e9) / 1e9)
        .sum();
  }
}
