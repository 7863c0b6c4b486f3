package dev.cutoff.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.document.application.PrintForm;
import dev.cutoff.document.application.PrintSheets;
import dev.cutoff.document.application.SlipContent;
import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.exception.Reason;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.print.application.LabelsInForm;
import dev.cutoff.print.application.PrintLinks;
import dev.cutoff.print.application.PrintingWave;
import dev.cutoff.print.application.PrintingWave.Printed;
import dev.cutoff.print.application.PrintingWave.Wave;
import dev.cutoff.shipment.application.PackingSlips;
import dev.cutoff.stock.NodeId;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.FixedMerchants;
import dev.cutoff.testkit.InMemoryObjects;
import dev.cutoff.testkit.InMemoryOrders;
import dev.cutoff.testkit.ManualClock;
import dev.cutoff.testkit.Stage;
import dev.cutoff.world.Paper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Labels of one size each, so that what is in a file can be counted. */
final class PrintingWaveTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");
  private static final Wave WAVE = new Wave(new NodeId("EAST"), "swift", DAY);
  private static final int LABEL_BYTES = 50_000;

  private final InMemoryOrders orders = new InMemoryOrders();
  private final ManualClock clock = ManualClock.at("2026-11-24T15:00:00Z");
  private final Merchants shop = new FixedMerchants(AMerchant.shop());
  private final PrintLinks links = new PrintLinks(name -> "secret", shop, clock);
  private final Shelf shelf = new Shelf();
  private final PrintSheets sheets = new Sheets();
  private final PrintingWave printing =
      new PrintingWave(
          orders,
          new LabelsInForm(shelf, sheets, new PackingSlips(new Paper(), shelf, shop)),
          sheets,
          shelf,
          links);

  @Test
  void labelsComeInTheOrderThatAPickerWalks() {
    labelled(AnOrder.numbered("1").line("MUG-WHT", 1).line("TEE-BLK-M", 1));
    labelled(AnOrder.numbered("2").line("TEE-BLK-M", 1));
    labelled(AnOrder.numbered("3").line("MUG-WHT", 1));
    labelled(AnOrder.numbered("4").line("TEE-BLK-M", 2));

    Printed printed = printing.print(WAVE, PrintForm.PDF_4X6, null);

    assertThat(printed.parcelIds())
        .containsExactly("SHP-DTC-3-1-1", "SHP-DTC-2-1-1", "SHP-DTC-4-1-1", "SHP-DTC-1-1-1");
    assertThat(printed.cursor()).isNull();
    assertThat(printed.bytes()).isEqualTo(4 * LABEL_BYTES);
    assertThat(opened(printed)).hasSize(4 * LABEL_BYTES);
  }

  @Test
  void onlyWhatIsInTheHouseAndGoesThatWayThatDayIsPrinted() {
    labelled(AnOrder.numbered("1"));
    Order shipped = labelled(AnOrder.numbered("2"));
    save(shipped, Stage.shipped(shipped, clock.instant()));
    Order held = labelled(AnOrder.numbered("3"));
    save(held, Stage.held(held, Reason.ADDRESS_INCOMPLETE));
    Order cancelled = labelled(AnOrder.numbered("4"));
    save(
        cancelled,
        cancelled.changed(change ->
            change.cancellation(
                new Order.Cancellation(clock.instant(), "shop", "changed my mind", null))));
    Order planned = AnOrder.numbered("5").received();
    save(null, planned);
    save(planned, Stage.reserved(planned, "EAST"));

    assertThat(printing.print(WAVE, PrintForm.ZPL_203, null).parcelIds())
        .containsExactly("SHP-DTC-1-1-1");
    assertThat(nothing(new Wave(new NodeId("WEST"), "swift", DAY))).isTrue();
    assertThat(nothing(new Wave(new NodeId("EAST"), "other", DAY))).isTrue();
    assertThat(nothing(new Wave(new NodeId("EAST"), null, DAY.plusDays(1)))).isTrue();
    assertThat(nothing(new Wave(new NodeId("EAST"), null, DAY))).isFalse();
  }

  @Test
  void threeHundredLabelsAreSeveralFilesWithNoLabelLostOrTwice() {
    for (int i = 1000; i < 1300; i++) {
      labelled(AnOrder.numbered(String.valueOf(i)));
    }
    List<String> all = new ArrayList<>();
    String cursor = null;
    do {
      Printed printed = printing.print(WAVE, PrintForm.PDF_4X6, cursor);
      assertThat(printed.bytes()).isBetween(1, 4 << 20);
      all.addAll(printed.parcelIds());
      cursor = printed.cursor();
    } while (cursor != null);
    assertThat(all).hasSize(300).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void aLabelThatIsNotThereInAFormIsNamedAndTheOthersArePrinted() {
    labelled(AnOrder.numbered("1"));
    shelf.pdfIsLost = true;
    Printed printed = printing.print(WAVE, PrintForm.A4, null);
    assertThat(printed.link()).isNull();
    assertThat(printed.missing())
        .containsExactly(
            new LabelsInForm.Missing("SHP-DTC-1-1-1", "its label is not kept any more"));
    assertThat(printing.print(WAVE, PrintForm.ZPL_203, null).missing()).isEmpty();
  }

  private boolean nothing(Wave wave) {
    return printing.print(wave, PrintForm.ZPL_203, null).link() == null;
  }

  private byte[] opened(Printed printed) {
    PrintLinks.Link link = printed.link();
    if (link == null) {
      throw new AssertionError("nothing was printed");
    }
    return switch (links.open(link.path().substring("/print/".length()))) {
      case PrintLinks.Outcome.Opened opened -> shelf.get(opened.key()).orElseThrow();
      case PrintLinks.Outcome.Expired expired -> throw new AssertionError(expired);
      case PrintLinks.Outcome.Forged forged -> throw new AssertionError(forged);
    };
  }

  private Order labelled(AnOrder order) {
    Order received = order.received();
    save(null, received);
    Order reserved = save(received, Stage.reserved(received, "EAST"));
    Order planned = save(reserved, Stage.planned(reserved));
    return save(planned, Stage.labelled(planned));
  }

  private Order save(@Nullable Order before, Order after) {
    assertThat(orders.save(before, after, List.of())).isEqualTo(InMemoryOrders.Saved.SAVED);
    return after;
  }

  /** Has every label. */
  static final class Shelf implements ObjectStore {
    private final InMemoryObjects objects = new InMemoryObjects();
    private boolean pdfIsLost;

    @Override
    public String put(String folder, String extension, byte[] bytes) {
      return objects.put(folder, extension, bytes);
    }

    @Override
    public Optional<byte[]> get(String key) {
      return switch (key) {
        case "labels/l.pdf" -> pdfIsLost ? Optional.empty() : Optional.of(new byte[LABEL_BYTES]);
        case "labels/l.zpl" -> Optional.of("^XA^FDx^FS^XZ".getBytes(UTF_8));
        default -> objects.get(key);
      };
    }
  }

  /** Puts files one behind the other. */
  static final class Sheets implements PrintSheets {
    @Override
    public String zpl300(byte[] label) {
      return "^XA^XZ";
    }

    @Override
    public byte[] joined(List<byte[]> files) {
      return new byte[files.stream().mapToInt(file -> file.length).sum()];
    }

    @Override
    public byte[] slipWithLabels(SlipContent content, PrintForm paper, List<byte[]> labels) {
      return joined(labels);
    }
  }
}
