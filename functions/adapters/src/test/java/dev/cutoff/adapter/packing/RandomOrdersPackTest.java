package dev.cutoff.adapter.packing;

import static dev.cutoff.adapter.packing.Packables.box;
import static dev.cutoff.adapter.packing.Packables.item;
import static dev.cutoff.adapter.packing.Packables.packed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Item;
import dev.cutoff.plan.application.Packing.Parcel;
import dev.cutoff.plan.application.Packing.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RandomOrdersPackTest {
  private static final List<Box> BOXES =
      List.of(
          box("M", 90, 10_000, 350, 250, 200),
          box("S", 60, 5_000, 250, 200, 100),
          box("L", 140, 20_000, 500, 400, 300),
          box("TUBE", 120, 3_000, 900, 80, 80),
          box("FLAT", 45, 2_000, 350, 250, 30));

  private final BoxPacking packing = new BoxPacking();

  @Test
  void everyUnitIsPackedOnceAndNoBoxIsOverfull() {
    for (int seed = 0; seed < 400; seed++) {
      List<Units> order = order(new Random(seed), 1 + seed % 8, 12);

      List<Parcel> parcels = packed(packing.pack(order, BOXES)).parcels();

      assertThat(Packables.lines(parcels)).as("seed %d", seed).isEqualTo(Packables.sets(order));
      assertThat(parcels.stream().mapToLong(parcel -> parcel.grams() - 100).sum())
          .as("seed %d: what is shipped weighs what was ordered", seed)
          .isEqualTo(Packables.grams(order));
      assertThat(parcels)
          .as("seed %d", seed)
          .allMatch(parcel -> parcel.grams() - 100 <= parcel.box().maxGrams())
          .isSortedAccordingTo((a, b) -> Long.compare(b.grams(), a.grams()));
      assertThat(parcels.stream().mapToLong(parcel -> parcel.box().inner().cubicMm()).sum())
          .as("seed %d: the boxes have the room", seed)
          .isGreaterThanOrEqualTo(cubicMm(order));
    }
  }

  @Test
  void theSameOrderIsPackedTheSameWay() {
    for (int seed = 0; seed < 50; seed++) {
      List<Units> order = order(new Random(seed), 6, 20);

      assertThat(new BoxPacking().pack(order, BOXES))
          .isEqualTo(packing.pack(order, BOXES.reversed()));
    }
  }

  @Test
  void nothingOverlapsOrSticksOut() {
    Loading loading = new Loading();
    for (int seed = 0; seed < 200; seed++) {
      Contents contents =
          Contents.of(order(new Random(seed), 1 + seed % 6, seed % 3 == 0 ? 400 : 9));
      for (Box box : BOXES) {
        Load load = loading.load(contents.shapes(), contents.counts(), box);

        assertThat(Inspection.faults(load, contents.shapes()))
            .as("seed %d, box %s", seed, box.id())
            .isEmpty();
      }
    }
  }

  @Test
  void fiveHundredUnitsDoNotTakeSeconds() {
    Random random = new Random(500);
    List<Units> order = new ArrayList<>();
    for (int line = 0; line < 50; line++) {
      order.add(units(Integer.toString(line), anItem(random, line), 10));
    }

    Duration took = timed(order);

    assertThat(took).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void threeThousandUnitsOfAThousandItemsAreBoundedToo() {
    Random random = new Random(1000);
    List<Units> order = new ArrayList<>();
    for (int line = 0; line < 1_000; line++) {
      order.add(units(Integer.toString(line), anItem(random, line), 3));
    }

    Duration took = timed(order);

    assertThat(took).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void tenThousandEqualUnitsDoNotTakeSeconds() {
    List<Units> order = List.of(units("1", item("PEN", 12, 140, 10, 10), 10_000));

    Duration took = timed(order);

    assertThat(took).isLessThan(Duration.ofSeconds(3));
  }

  private Duration timed(List<Units> order) {
    long start = System.nanoTime();
    List<Parcel> parcels = packed(packing.pack(order, BOXES)).parcels();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(Packables.lines(parcels)).isEqualTo(Packables.sets(order));
    return took;
  }

  private static List<Units> order(Random random, int lines, int most) {
    List<Units> order = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      Item item = anItem(random, line);
      long quantity = random.nextLong(1, most + 1L);
      // Some lines are kits: fewer sets than pieces.
      order.add(
          new Units(Integer.toString(line), item, quantity, random.nextInt(4) == 0 ? 1 : quantity));
    }
    return order;
  }

  private static Item anItem(Random random, int number) {
    return item(
        "SKU" + number,
        random.nextInt(1_500),
        1 + random.nextInt(240),
        random.nextInt(190),
        random.nextInt(75));
  }

  private static Units units(String line, Item item, long quantity) {
    return Packables.units(line, item, quantity);
  }

  private static long cubicMm(List<Units> order) {
    return order.stream()
        .map(each -> each.item().size().cubicMm() * each.quantity())
        .reduce(0L, Long::sum);
  }
}
