package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.inbound.Inbound;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.inbound.application.PromisingInbound;
import dev.cutoff.inbound.application.PromisingInbound.Stated;
import dev.cutoff.inbound.application.ReceivingInbound;
import dev.cutoff.inbound.application.SlippingInbound;
import dev.cutoff.merchant.StockRules;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What suppliers promise, move and deliver. */
final class InboundTest {
  private static final String TEE = "TEE-BLK-M";

  private final Playing shop = new Playing(StockRules.PLAIN);

  @Test
  void theSameAgainChangesNothing() {
    assertThat(shop.promise("PO-1", TEE, 5, "2026-12-01"))
        .isInstanceOf(PromisingInbound.Outcome.Created.class);
    var again = shop.promise("PO-1", TEE, 5, "2026-12-01");
    assertThat(again).isInstanceOf(PromisingInbound.Outcome.Unchanged.class);
    assertThat(shop.world.inbounds.find("PO-1").orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void saidOtherwiseItIsPutInThePlaceOfWhatWasSaid() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-12-01");
    var _ = shop.receive("PO-1", "r1", 2, 0);
    assertThat(shop.promise("PO-1", TEE, 7, "2026-12-03"))
        .isInstanceOf(PromisingInbound.Outcome.Replaced.class);
    InboundLine line = line("PO-1");
    assertThat(line.expected()).isEqualTo(7);
    assertThat(line.received()).isEqualTo(2);
    assertThat(line.open()).isEqualTo(5);
    assertThat(line.expectedOn()).isEqualTo(LocalDate.parse("2026-12-03"));
  }

  @Test
  void aLineThatIsGoneExpectsNothingMore() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-12-01");
    var _ = promise("PO-1", new Stated("2", sku("MUG-WHT"), node("EAST"), 3, day("2026-12-01")));
    assertThat(line("PO-1").open()).isZero();
    assertThat(line("PO-1").missing()).isEqualTo(5);
  }

  @Test
  void aLineThatUnitsCameForStaysOfItsSku() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-12-01");
    var _ = shop.receive("PO-1", "r1", 1, 0);
    assertThat(promise("PO-1", new Stated("1", sku("MUG-WHT"), node("EAST"), 3, day("2026-12-01"))))
        .isInstanceOf(PromisingInbound.Outcome.TooLate.class);
  }

  @Test
  void eachScanCountsOnceAndTheDamagedAreUnavailable() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-12-01");
    var _ = shop.receive("PO-1", "r1", 3, 1);
    assertThat(shop.receive("PO-1", "r1", 3, 1))
        .isInstanceOf(ReceivingInbound.Outcome.Already.class);
    StockLevel level = level();
    assertThat(level.onHand()).isEqualTo(3);
    assertThat(level.unavailable()).isEqualTo(1);
    assertThat(level.available()).isEqualTo(2);
    assertThat(line("PO-1").received()).isEqualTo(2);
    assertThat(line("PO-1").damaged()).isEqualTo(1);
    assertThat(line("PO-1").open()).isEqualTo(2);
  }

  @Test
  void theSameScanOfOtherUnitsIsRefused() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-12-01");
    var _ = shop.receive("PO-1", "r1", 3, 0);
    assertThat(shop.receive("PO-1", "r1", 4, 0))
        .isInstanceOf(ReceivingInbound.Outcome.Differs.class);
    assertThat(level().onHand()).isEqualTo(3);
  }

  @Test
  void shortAndOverAreWhatTheyAre() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-12-01");
    var _ = shop.receive("PO-1", "r1", 6, 0);
    assertThat(line("PO-1").over()).isEqualTo(1);
    assertThat(line("PO-1").open()).isZero();
    var _ = shop.promise("PO-2", TEE, 5, "2026-12-01");
    var _ =
        shop.world.receivingInbound.receive(
            "PO-2", new ReceivingInbound.Scan("r1", null, sku(TEE), 3, 0, null, true, "dock 1"));
    assertThat(line("PO-2").missing()).isEqualTo(2);
    assertThat(line("PO-2").open()).isZero();
  }

  @Test
  void aScanThatDiedBetweenShelfAndLineIsFinishedByTheSameScan() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-12-01");
    shop.world.seam.crash("before Inbounds.receive", 1);
    try {
      var _ = shop.receive("PO-1", "r1", 3, 0);
    } catch (Seam.Crash crash) {
      assertThat(level().onHand()).isEqualTo(3);
    }
    var _ = shop.receive("PO-1", "r1", 3, 0);
    assertThat(level().onHand()).isEqualTo(3);
    assertThat(line("PO-1").received()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "NO-SUCH, EAST, 5, 2026-12-01, no stocked item",
    "GIFT-SET, EAST, 5, 2026-12-01, is a kit",
    "TEE-BLK-M, NORTH, 5, 2026-12-01, no node NORTH",
    "TEE-BLK-M, EAST, 0, 2026-12-01, a quantity is 1",
    "TEE-BLK-M, EAST, -3, 2026-12-01, a quantity is 1",
    "TEE-BLK-M, EAST, 2000000000, 2026-12-01, a quantity is 1",
    "TEE-BLK-M, EAST, 5, 2020-12-01, is no day",
    "TEE-BLK-M, EAST, 5, 2126-12-01, is no day"
  })
  void nonsenseIsRefusedInWordsAndChangesNothing(
      String sku, String node, long units, String day, String why) {
    var outcome = promise("PO-1", new Stated("1", sku(sku), node(node), units, day(day)));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            PromisingInbound.Outcome.Refused.class,
            refused -> assertThat(refused.why()).contains(why));
    assertThat(shop.world.inbounds.lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 0", "3, 4", "3, -1", "2000000, 0"})
  void aScanThatMakesNoSenseChangesNothing(long units, long damaged) {
    var _ = shop.promise("PO-1", TEE, 5, "2026-12-01");
    assertThat(shop.receive("PO-1", "r1", units, damaged))
        .isInstanceOf(ReceivingInbound.Outcome.Refused.class);
    assertThat(shop.world.stock.levels(List.of(sku(TEE)))).isEmpty();
    assertThat(line("PO-1").received()).isZero();
  }

  @Test
  void aSlipIntoThePastOrOfWhatIsNotThereIsRefused() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-12-01");
    assertThat(shop.world.slipping.slip("PO-1", "1", day("2026-11-20")))
        .isInstanceOf(SlippingInbound.Outcome.Refused.class);
    assertThat(shop.world.slipping.slip("PO-1", "2", day("2026-12-20")))
        .isInstanceOf(SlippingInbound.Outcome.NotFound.class);
    assertThat(shop.world.slipping.slip("PO-2", "1", day("2026-12-20")))
        .isInstanceOf(SlippingInbound.Outcome.NotFound.class);
    assertThat(line("PO-1").expectedOn()).isEqualTo(day("2026-12-01"));
  }

  private PromisingInbound.Outcome promise(String reference, Stated... lines) {
    return shop.world.promising.promise(reference, Inbound.Kind.ASN, "Mill", List.of(lines));
  }

  private InboundLine line(String reference) {
    return shop.world.inbounds.find(reference).orElseThrow().line("1").orElseThrow();
  }

  private StockLevel level() {
    return shop.world.stock.levels(List.of(sku(TEE))).getFirst();
  }

  private static Sku sku(String text) {
    return new Sku(text);
  }

  private static NodeId node(String text) {
    return new NodeId(text);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
