package dev.cutoff.adapter.packing;

import static dev.cutoff.adapter.packing.Packables.box;
import static dev.cutoff.adapter.packing.Packables.item;
import static dev.cutoff.adapter.packing.Packables.packed;
import static dev.cutoff.adapter.packing.Packables.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Item;
import dev.cutoff.plan.application.Packing.Outcome;
import dev.cutoff.plan.application.Packing.Parcel;
import dev.cutoff.plan.application.Packing.Units;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.Sku;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BoxPackingTest {
  private static final Box SMALL = box("S", 60, 5_000, 250, 200, 100);
  private static final Box LARGE = box("L", 140, 20_000, 500, 400, 300);
  private static final Item MUG = item("MUG", 400, 120, 100, 100);

  private final BoxPacking packing = new BoxPacking();

  @Test
  void oneUnitGoesIntoTheCheapestBoxThatHoldsIt() {
    assertThat(pack(List.of(units("1", MUG, 1)), SMALL, LARGE))
        .containsExactly(new Parcel(SMALL, List.of(new ShipmentLine("1", 1)), 500));
  }

  @Test
  void theCheapestBoxIsNotAlwaysTheSmallest() {
    Box fancy = box("FANCY", 200, 5_000, 130, 110, 110);

    assertThat(pack(List.of(units("1", MUG, 1)), fancy, SMALL))
        .extracting(parcel -> parcel.box().id())
        .containsExactly("S");
  }

  @Test
  void ofEquallyCheapBoxesTheSmallerIsTaken() {
    Box roomy = box("A-ROOMY", 60, 5_000, 300, 250, 200);

    assertThat(pack(List.of(units("1", MUG, 1)), roomy, SMALL))
        .extracting(parcel -> parcel.box().id())
        .containsExactly("S");
  }

  @Test
  void itemsAreNotPutInABoxThatCannotHoldThemThoughTheVolumeWouldDo() {
    // 600 x 20 x 20 mm is a twentieth of the box's volume, and longer than its diagonal.
    Item rod = item("ROD", 200, 600, 20, 20);
    Box tube = box("TUBE", 250, 5_000, 700, 60, 60);

    assertThat(pack(List.of(units("1", rod, 1)), SMALL, tube))
        .extracting(parcel -> parcel.box().id())
        .containsExactly("TUBE");
    assertThat(packing.pack(List.of(units("1", rod, 1)), List.of(SMALL)))
        .isEqualTo(new Outcome.FitsNone(new Sku("ROD")));
  }

  @Test
  void twoThatFitOneByOneAndNotTogetherGoInTwoBoxes() {
    // Volume alone says yes: twice 60 % of the length and 70 % of the rest is 59 % of the box.
    Item brick = item("BRICK", 500, 150, 140, 70);

    assertThat(pack(List.of(units("1", brick, 2)), SMALL)).hasSize(2);
  }

  @Test
  void anItemIsTurnedToFit() {
    Item upright = item("VASE", 700, 100, 95, 240);

    assertThat(pack(List.of(units("1", upright, 2)), SMALL)).hasSize(1);
  }

  @Test
  void aUnitTooHeavyForEveryBoxIsNamed() {
    Item anvil = item("ANVIL", 25_000, 100, 100, 100);

    assertThat(
            packing.pack(List.of(units("1", MUG, 1), units("2", anvil, 1)), List.of(SMALL, LARGE)))
        .isEqualTo(new Outcome.FitsNone(new Sku("ANVIL")));
  }

  @Test
  void withoutBoxesNothingFits() {
    assertThat(packing.pack(List.of(units("1", MUG, 1)), List.of()))
        .isEqualTo(new Outcome.FitsNone(new Sku("MUG")));
  }

  @Test
  void weightSplitsWhatVolumeWouldNot() {
    Item weight = item("DUMBBELL", 6_000, 100, 50, 50);

    List<Parcel> parcels = pack(List.of(units("1", weight, 5)), SMALL, LARGE);

    // 20 kg a box: three and two. No small box bears one of 6 kg.
    assertThat(parcels).extracting(Parcel::grams).containsExactly(18_100L, 12_100L);
  }

  @Test
  void aBoxMayBeFullToTheGramAndStillTakeWhatWeighsNothing() {
    Item lead = item("LEAD", 5_000, 50, 50, 50);
    Item feather = item("FEATHER", 0, 10, 10, 10);

    assertThat(pack(List.of(units("1", lead, 1), units("2", feather, 3)), SMALL)).hasSize(1);
    assertThat(pack(List.of(units("1", lead, 1), units("2", item("DUST", 1, 5, 5, 5), 1)), SMALL))
        .hasSize(2);
  }

  @Test
  void whatIsFlatStillTakesRoom() {
    Item card = item("CARD", 5, 240, 190, 0);
    Item nothing = item("CODE", 0, 0, 0, 0);

    // 100 mm of height: a hundred cards of one millimetre.
    assertThat(pack(List.of(units("1", card, 100), units("2", nothing, 1)), SMALL)).hasSize(1);
    assertThat(pack(List.of(units("1", card, 101)), SMALL)).hasSize(2);
  }

  @Test
  void theRestGoesIntoACheaperBox() {
    // Five by four by three to a large box.
    Item cube = item("CUBE", 300, 100, 100, 100);

    assertThat(pack(List.of(units("1", cube, 61)), SMALL, LARGE))
        .extracting(parcel -> parcel.box().id())
        .containsExactly("L", "S");
  }

  @Test
  void aKitIsCountedOnceHoweverManyPiecesItHas() {
    // Two sets of three candles and a holder: the candles carry the count.
    List<Units> kit =
        List.of(
            new Units("7", item("CANDLE", 300, 80, 80, 200), 6, 2),
            new Units("7", item("HOLDER", 900, 200, 200, 100), 2, 0));

    List<Parcel> parcels = pack(kit, SMALL);

    assertThat(parcels.size()).isGreaterThan(1);
    assertThat(parcels.stream().flatMap(parcel -> parcel.lines().stream()))
        .allMatch(line -> line.lineId().equals("7"))
        .extracting(ShipmentLine::quantity)
        .satisfies(each -> assertThat(each.stream().mapToLong(n -> n).sum()).isEqualTo(2));
  }

  @Test
  void equalItemsOfTwoLinesKeepTheirLines() {
    List<Parcel> parcels = pack(List.of(units("1", MUG, 2), units("2", MUG, 1)), LARGE);

    assertThat(parcels)
        .containsExactly(
            new Parcel(LARGE, List.of(new ShipmentLine("1", 2), new ShipmentLine("2", 1)), 1_300));
  }

  @Test
  void nothingToPackNeedsNoBox() {
    assertThat(pack(List.of(), SMALL)).isEmpty();
  }

  private List<Parcel> pack(List<Units> units, Box... boxes) {
    return packed(packing.pack(units, List.of(boxes))).parcels();
  }
}
