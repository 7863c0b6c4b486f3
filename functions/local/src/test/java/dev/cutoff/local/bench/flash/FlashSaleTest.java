package dev.cutoff.local.bench.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./cutoff bench flash-sale}: fewer buyers, the same promises. */
final class FlashSaleTest {
  private static final Path ROOT = Path.of(System.getProperty("cutoff.root"));
  private static final long SEED = 1_127;
  private static final int UNITS = 25;
  private static final int BUYERS = 300;

  private static Postgres.Started postgres = new Postgres.Started(null, "not started");

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    postgres = Postgres.startWhereThereIsOne();
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  /** Two orders in the same second both took the last unit; stock went 12, 0, -2. */
  @Test
  void ofThreeHundredOrdersAtOnceForTwentyFiveUnitsExactlyTwentyFiveUnitsAreSold()
      throws Exception {
    Sale sale = Sale.run(ROOT, Basket.crowd(BUYERS, SEED), UNITS);

    assertThat(sale.sold().sold()).isEqualTo(UNITS);
    assertThat(sale.sold().oversold()).isZero();
    assertThat(sale.sold().unsold()).isZero();
    assertThat(sale.sold().drift()).isZero();
    assertThat(sale.losers()).isGreaterThan(BUYERS - UNITS - 1);
    assertThat(sale.told()).as("losers who are told").isEqualTo(sale.losers());
    assertThat(sale.ok(UNITS)).isTrue();
  }

  /** Stock stays held after a payment failed, and: a buyer pays for what is not there. */
  @Test
  void theHoldAtPlacingDecidesAndNobodyIsChargedForWhatIsNotThere() throws Exception {
    PayPage page = PayPage.run(ROOT, Basket.crowd(150, SEED), Basket.crowd(100, -SEED), UNITS);

    assertThat(page.heldUnits()).isEqualTo(UNITS);
    assertThat(page.toldBeforePayment()).isEqualTo(page.losers()).isPositive();
    assertThat(page.paid()).isPositive();
    assertThat(page.paidNotShipped()).isZero();
    assertThat(page.shippedUnheld()).isZero();
    assertThat(page.resoldUnits()).isEqualTo(page.expiredUnits()).isPositive();
    assertThat(page.end()).isEqualTo(new PayPage.End(UNITS, 0, 0, 0));
    assertThat(page.ok(UNITS)).isTrue();
  }

  @Test
  void theReservationAloneSellsExactlyWhatIsThereInMemoryAndOnDisk() throws Exception {
    assertThat(sold(Way.CUTOFF_MEMORY).exact(UNITS)).isTrue();
    assertThat(sold(Way.CUTOFF_DISK).exact(UNITS)).isTrue();
  }

  @Test
  void aRivalThatLooksAndThenWritesSellsMoreThanThereIsAndIsCaught() throws Exception {
    Sold sold = sold(Way.READ_THEN_WRITE);

    assertThat(sold.oversold()).isPositive();
    assertThat(sold.drift()).isPositive();
    assertThat(sold.exact(UNITS)).isFalse();
  }

  @Test
  void anOptimisticVersionNeverOversells() throws Exception {
    assertThat(sold(Way.OPTIMISTIC_VERSION).oversold()).isZero();
    assertThat(sold(Way.OPTIMISTIC_VERSION).drift()).isZero();
  }

  @Test
  void thePostgresqlRivalsNeverOversell() throws Exception {
    assumeTrue(postgres.isThere(), () -> "PostgreSQL is skipped: " + postgres.told());

    assertThat(sold(Way.FOR_UPDATE).exact(UNITS)).isTrue();
    assertThat(sold(Way.SKIP_LOCKED).oversold()).isZero();
    assertThat(sold(Way.SKIP_LOCKED).drift()).isZero();
  }

  @Test
  void theFiguresHaveTheirNamesAndSayWhichRivalWasSkipped() throws Exception {
    Sold exact = new Sold(25, 0, 0, 0, 0, 100, 10, 20, 5);
    Sold over = new Sold(70, 45, 0, 0, 45, 900, 1, 2, 1);
    Results good = results(exact, over, new PayPage.End(25, 0, 0, 0));

    JsonNode written = written(good);

    assertThat(written.path("name").asText()).isEqualTo("flash-sale");
    assertThat(written.path("ok").asBoolean())
        .as("a rival that oversells is no fault of ours")
        .isTrue();
    assertThat(written.path("figures").fieldNames())
        .toIterable()
        .contains("sold", "oversold", "unsold", "ordersPerSecond", "p99Ms");
    assertThat(written.at("/rows/1/rival").asText()).isEqualTo("read-then-write");
    assertThat(written.at("/rows/1/oversold").asInt()).isEqualTo(45);
    assertThat(written.path("rows").findValuesAsText("skipped"))
        .containsOnly("none here")
        .hasSize(4);
    assertThat(results(over, over, new PayPage.End(25, 0, 0, 0)).ok()).isFalse();
    assertThat(results(exact, over, new PayPage.End(26, 1, 0, 0)).ok()).isFalse();
  }

  private static Results results(Sold ours, Sold theirs, PayPage.End end) {
    Map<Way, List<Sold>> ways = new EnumMap<>(Way.class);
    ways.put(Way.CUTOFF_MEMORY, List.of(ours));
    ways.put(Way.READ_THEN_WRITE, List.of(theirs));
    return new Results(
        new FlashSaleBench.Size(BUYERS, UNITS, 1, 100),
        List.of(new Sale(ours, 275, 275, 1, 2, 0)),
        List.of(new PayPage(25, 275, 275, 20, 0, 0, 5, 5, end, 9, 100)),
        ways,
        "none here");
  }

  private JsonNode written(Results results) throws IOException {
    Path file = folder.resolve("figures.json");
    results.write(file);
    return new ObjectMapper().readTree(file.toFile());
  }

  private Sold sold(Way way) throws Exception {
    try (Rival rival = way.open(folder.resolve(way.key()), postgres)) {
      return Rush.at(rival, Basket.crowd(BUYERS, SEED), UNITS);
    }
  }
}
