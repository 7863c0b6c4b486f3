package dev.cutoff.audit;

import static dev.cutoff.audit.Entries.EAST;
import static dev.cutoff.audit.Entries.MUG;
import static dev.cutoff.audit.Entries.NOON;
import static dev.cutoff.audit.Entries.SYRUP;
import static dev.cutoff.audit.Entries.TEE;
import static dev.cutoff.audit.Entries.consumed;
import static dev.cutoff.audit.Entries.movement;
import static dev.cutoff.audit.Entries.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.CountRules;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CountHistoryTest {
  private static final Shelf CAP = Shelf.of(new Sku("CAP"), EAST);

  private static Instant daysAgo(int days) {
    return NOON.minus(Duration.ofDays(days));
  }

  private static void counted(CountHistory history, Shelf shelf, int daysAgo) {
    history.add(
        new BookRow.Moved(
            movement("c" + daysAgo, shelf, Movement.Kind.COUNTED, 0, daysAgo(daysAgo))));
  }

  /** 90 mugs and 8 tees went out; caps did not move. By value a tee weighs 100 mugs. */
  private static CountHistory shop() {
    CountHistory history = new CountHistory(daysAgo(90));
    history.add(row(MUG, 5, 0, 0, 0, consumed(MUG, "DTC-1", 50, daysAgo(1))));
    history.add(new BookRow.Moved(consumed(MUG, "DTC-2", 40, daysAgo(89))));
    history.add(new BookRow.Moved(consumed(MUG, "DTC-3", 9_000, daysAgo(91))));
    history.add(row(TEE, 5, 0, 0, 0));
    history.add(new BookRow.Moved(consumed(TEE, "DTC-4", 8, daysAgo(2))));
    history.add(row(CAP, 5, 0, 0, 0));
    return history;
  }

  private static final CountRules BY_UNITS = new CountRules(false, 90, 80, 95, 30, 91, 182);

  @Test
  void whatMovesMostIsCountedMonthlyTheRestLessOften() {
    CountHistory history = shop();
    counted(history, MUG, 31);
    counted(history, TEE, 92);
    counted(history, CAP, 183);
    assertThat(history.dueBy(NOON, BY_UNITS, sku -> 1))
        .containsExactlyInAnyOrder(
            new DueCount(MUG, AbcClass.A, daysAgo(31), daysAgo(1), null),
            new DueCount(TEE, AbcClass.B, daysAgo(92), daysAgo(1), null),
            new DueCount(CAP, AbcClass.C, daysAgo(183), daysAgo(1), null));
  }

  @Test
  void byValueTheDearOnesComeFirst() {
    CountHistory history = shop();
    counted(history, TEE, 31);
    counted(history, MUG, 31);
    counted(history, CAP, 31);
    assertThat(history.dueBy(NOON, CountRules.USUAL, sku -> sku.equals(TEE.sku()) ? 10_000 : 100))
        .containsExactly(new DueCount(TEE, AbcClass.A, daysAgo(31), daysAgo(1), null));
  }

  @Test
  void whatWasCountedLatelyIsNotDueAndWhatNeverWasComesFirst() {
    CountHistory history = shop();
    counted(history, MUG, 40);
    counted(history, MUG, 29);
    counted(history, TEE, 300);
    assertThat(history.dueBy(NOON, BY_UNITS, sku -> 1))
        .extracting(DueCount::shelf)
        .containsExactly(CAP, TEE);
  }

  @Test
  void theMostOverdueComesFirstAndWhatSomebodyAskedForBeforeAll() {
    DueCount late = new DueCount(MUG, AbcClass.A, daysAgo(90), daysAgo(60), null);
    DueCount later = new DueCount(TEE, AbcClass.C, daysAgo(300), daysAgo(118), null);
    DueCount asked = new DueCount(CAP, AbcClass.C, daysAgo(1), NOON, "stock.1.1");
    assertThat(List.of(late, later, asked).stream().sorted(DueCount.MOST_OVERDUE_FIRST))
        .containsExactly(asked, later, late);
  }

  @Test
  void aLotThatIsUsedUpIsNotCountedAgain() {
    CountHistory history = new CountHistory(daysAgo(90));
    history.add(row(SYRUP, 0, 0, 0, 0));
    assertThat(history.dueBy(NOON, BY_UNITS, sku -> 1)).isEmpty();
    history.add(row(SYRUP, 1, 0, 0, 0));
    assertThat(history.dueBy(NOON, BY_UNITS, sku -> 1)).hasSize(1);
  }

  @Test
  void whatAFileSaysTheShelvesOpenWithIsNobodysCount() {
    CountHistory history = new CountHistory(daysAgo(90));
    history.add(row(MUG, 5, 0, 0, 0));
    history.add(new BookRow.Moved(movement("o", MUG, Movement.Kind.OPENED, 5, Instant.EPOCH)));
    assertThat(history.dueBy(NOON, BY_UNITS, sku -> 1))
        .containsExactly(new DueCount(MUG, AbcClass.C, null, Instant.EPOCH, null));
  }

  @Test
  void everyNodeIsClassedByItself() {
    Shelf west = Shelf.of(CAP.sku(), new NodeId("WEST"));
    CountHistory history = shop();
    history.add(row(west, 1, 0, 0, 0, consumed(west, "DTC-7", 1, daysAgo(3))));
    assertThat(history.dueBy(NOON, BY_UNITS, sku -> 1))
        .filteredOn(each -> each.shelf().equals(west))
        .extracting(DueCount::abcClass)
        .containsExactly(AbcClass.A);
  }
}
