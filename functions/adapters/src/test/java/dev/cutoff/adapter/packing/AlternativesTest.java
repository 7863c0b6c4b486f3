package dev.cutoff.adapter.packing;

import static dev.cutoff.adapter.packing.Packables.box;
import static dev.cutoff.adapter.packing.Packables.item;
import static dev.cutoff.adapter.packing.Packables.minded;
import static dev.cutoff.adapter.packing.Packables.packed;
import static dev.cutoff.adapter.packing.Packables.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.plan.application.Packing.Parcel;
import dev.cutoff.plan.application.Packing.Units;
import dev.cutoff.shipment.ShipmentLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AlternativesTest {
  private static final Item MUG = item("MUG", 400, 120, 100, 100);
  private static final Box LARGE = box("L", 140, 20_000, 500, 400, 300);
  private static final List<Box> BOXES =
      List.of(
          box("S", 70, 5_000, 250, 200, 100),
          box("M", 60, 9_000, 350, 250, 200),
          LARGE,
          box("TUBE", 50, 3_000, 900, 80, 80),
          box("FLAT", 45, 2_000, 350, 250, 30));

  private final BoxPacking packing = new BoxPacking();

  /** The dearer box is smaller to the carrier: the postage says which of the two it is. */
  @Test
  void theCheapestBoxIsNotTheSmallestSoBothAreOffered() {
    assertThat(boxes(packing.alternatives(List.of(units("1", MUG, 1)), BOXES)))
        .containsExactly(List.of("M"), List.of("S"));
  }

  @Test
  void aBoxThatNoTariffPrefersIsLeftOutOnlyWhereTheOtherHoldsAllToo() {
    Box dear = box("DEAR", 200, 20_000, 510, 410, 310);

    assertThat(boxes(packing.alternatives(List.of(units("1", MUG, 1)), List.of(LARGE, dear))))
        .containsExactly(List.of("L"));
    Item exact = item("EXACT", 400, 505, 405, 305);
    assertThat(boxes(packing.alternatives(List.of(units("1", exact, 1)), List.of(LARGE, dear))))
        .containsExactly(List.of("DEAR"));
  }

  @Test
  void ofTwoEqualBoxesOneIsOffered() {
    Box twin = new Box("TWIN", LARGE.inner(), LARGE.outer(), 100, 20_000, LARGE.cost());

    assertThat(boxes(packing.alternatives(List.of(units("1", MUG, 1)), List.of(twin, LARGE))))
        .containsExactly(List.of("L"));
  }

  @Test
  void severalSmallParcelsAreOfferedBesideTheLargeOne() {
    assertThat(boxes(packing.alternatives(List.of(units("1", MUG, 16)), BOXES)))
        .contains(List.of("L"), List.of("M", "M"));
  }

  @Test
  void itemsAreNotOfferedInABoxThatCannotHoldThem() {
    Item rod = item("ROD", 200, 700, 20, 20);

    assertThat(boxes(packing.alternatives(List.of(units("1", rod, 1)), BOXES)))
        .containsExactly(List.of("TUBE"));
    assertThat(packing.alternatives(List.of(units("1", rod, 1)), List.of(LARGE))).isEmpty();
  }

  @Test
  void whatMustNotBeTurnedOverNeedsABoxOfItsHeight() {
    Item vase = item("VASE", 700, 100, 95, 240);
    Item upright = minded(vase, true, false, false);

    assertThat(boxes(packing.alternatives(List.of(units("1", vase, 1)), BOXES)))
        .contains(List.of("S"), List.of("M"));
    assertThat(boxes(packing.alternatives(List.of(units("1", upright, 1)), BOXES)))
        .containsExactly(List.of("L"));
    // Two by two of them stand on the floor, and there is no second storey.
    Item bottle = minded(item("WINE", 900, 245, 195, 295), true, false, false);
    assertThat(packed(packing.pack(List.of(units("1", bottle, 5)), List.of(LARGE))).parcels())
        .hasSize(2);
  }

  @Test
  void theFragileIsNeverPackedWithWhatIsNot() {
    Item glass = minded(item("GLASS", 100, 90, 90, 120), false, true, false);
    List<Units> order = List.of(units("1", MUG, 1), units("2", glass, 2), units("3", glass, 1));

    assertThat(packing.alternatives(order, BOXES))
        .isNotEmpty()
        .allSatisfy(parcels ->
            assertThat(parcels.stream().map(parcel -> lineIds(parcel.lines())))
                .containsOnly(List.of("1"), List.of("2", "3")));
    assertThat(packed(packing.pack(order, BOXES)).parcels()).hasSize(2);
  }

  @Test
  void eachUnitThatShipsAloneIsAParcelOfItsOwn() {
    Item drum = minded(item("DRUM", 2_000, 200, 200, 150), false, false, true);
    List<Units> order = List.of(units("1", MUG, 2), units("2", drum, 3));

    assertThat(packing.alternatives(order, BOXES))
        .isNotEmpty()
        .allSatisfy(parcels ->
            assertThat(parcels.stream().map(Parcel::lines))
                .contains(List.of(new ShipmentLine("1", 2)))
                .filteredOn(lines -> lines.getFirst().lineId().equals("2"))
                .hasSize(3)
                .containsOnly(List.of(new ShipmentLine("2", 1))));
    assertThat(packed(packing.pack(order, BOXES)).parcels()).hasSize(4);
  }

  @Test
  void everyAlternativeOfARandomOrderHoldsAllOfIt() {
    for (int seed = 0; seed < 150; seed++) {
      List<Units> order = order(new Random(seed), 1 + seed % 6);

      List<List<Parcel>> alternatives = packing.alternatives(order, BOXES);

      assertThat(alternatives).as("seed %d", seed).isNotEmpty().doesNotHaveDuplicates();
      for (List<Parcel> parcels : alternatives) {
        assertThat(Packables.lines(parcels)).as("seed %d", seed).isEqualTo(Packables.sets(order));
        assertThat(parcels.stream().mapToLong(parcel -> parcel.grams() - 100).sum())
            .as("seed %d", seed)
            .isEqualTo(Packables.grams(order));
      }
      assertThat(new BoxPacking().alternatives(order, BOXES.reversed())).isEqualTo(alternatives);
    }
  }

  @Test
  void everyBoxOfARandomAlternativeIsWellPacked() {
    List<Box> cheapestFirst = BOXES.stream().sorted(Comparator.comparing(Box::cost)).toList();
    for (int seed = 0; seed < 150; seed++) {
      for (Separate part : Separate.of(order(new Random(seed), 1 + seed % 6))) {
        Contents contents = Contents.of(part.units());
        Filling filling = new Filling(new Loading(), contents.shapes(), cheapestFirst);
        for (List<Load> loads : new WorthPricing(filling, cheapestFirst).of(contents.counts())) {
          for (Load load : loads) {
            assertThat(Inspection.faults(load, contents.shapes())).as("seed %d", seed).isEmpty();
          }
        }
      }
    }
  }

  @Test
  void whatLayInABoxLiesInItWithSomethingTakenOut() {
    Random random = new Random(5);
    int taken = 0;
    for (int order = 0; order < 60; order++) {
      Contents contents = Contents.of(order(random, 2 + random.nextInt(4)));
      Loading loading = new Loading(new Tried());
      long[] all = contents.counts();
      if (loading.whole(contents.shapes(), all, LARGE).isPresent()) {
        long[] fewer = all.clone();
        fewer[random.nextInt(fewer.length)] = 0;
        Load load = loading.whole(contents.shapes(), fewer, LARGE).orElseThrow();
        assertThat(load.counts()).isEqualTo(fewer);
        assertThat(load.placements()).hasSize((int) Arrays.stream(fewer).sum());
        assertThat(Inspection.faults(load, contents.shapes())).isEmpty();
        taken++;
      }
    }
    assertThat(taken).isGreaterThan(20);
  }

  @Test
  void theInspectionSeesWhatIsWrong() {
    Shape vase = Shape.of(minded(item("VASE", 700, 100, 95, 240), true, false, false));
    Contents lying = Contents.of(List.of(units("1", item("VASE", 700, 100, 95, 240), 2)));
    Load load = new Loading().load(lying.shapes(), lying.counts(), LARGE);
    Box flat = new Box("T", new Size(90, 90, 90), LARGE.outer(), 0, 500, Money.of(1, "USD"));

    assertThat(Inspection.faults(load, lying.shapes())).isEmpty();
    assertThat(Inspection.faults(load.in(flat), lying.shapes())).hasSize(2);
    Load twice =
        new Load(
            LARGE,
            new long[] {2},
            List.of(load.placements().getFirst(), load.placements().getFirst()),
            load.which());
    assertThat(Inspection.faults(twice, lying.shapes())).hasSize(1);
    Load low =
        new Load(
            box("LOW", 1, 9_000, 500, 400, 239), new long[] {2}, load.placements(), load.which());
    assertThat(Inspection.faults(low, List.of(vase))).hasSize(1);
  }

  private static List<Units> order(Random random, int lines) {
    List<Units> order = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      Item item =
          item(
              "SKU" + line,
              random.nextInt(900),
              1 + random.nextInt(200),
              1 + random.nextInt(190),
              1 + random.nextInt(140));
      order.add(
          units(
              Integer.toString(line),
              minded(item, random.nextInt(4) == 0, random.nextInt(4) == 0, random.nextInt(8) == 0),
              random.nextLong(1, 5)));
    }
    return order;
  }

  private static List<List<String>> boxes(List<List<Parcel>> alternatives) {
    return alternatives.stream()
        .map(parcels -> parcels.stream().map(parcel -> parcel.box().id()).toList())
        .toList();
  }

  private static List<String> lineIds(List<ShipmentLine> lines) {
    return lines.stream().map(ShipmentLine::lineId).toList();
  }
}
