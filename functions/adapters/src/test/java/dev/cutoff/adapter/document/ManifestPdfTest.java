package dev.cutoff.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.dock.Manifest;
import dev.cutoff.dock.ManifestId;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.testkit.paper.PdfPictures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The driver's sheet: everything that leaves is on it, and a scanner reads whose it is. */
final class ManifestPdfTest {
  private static final Instant CUTOFF = Instant.parse("2026-11-24T21:00:00Z");

  private final ManifestPdf sheet = new ManifestPdf();

  @Test
  void aHundredParcelsAreAllThereOnNumberedPages() throws Exception {
    Manifest manifest = manifest(100);

    byte[] pdf = pdf(manifest);

    assertThat(PdfPictures.pages(pdf)).isEqualTo(3);
    String text = PdfPictures.text(pdf);
    for (Manifest.Entry entry : manifest.entries()) {
      assertThat(text).contains(entry.trackingNumber()).contains(entry.parcelId());
    }
    assertThat(PdfPictures.page(pdf, 3))
        .contains("Page 3 of 3", "MAN-EAST-swift-2026-11-24", "100 parcel(s)", "Driver");
  }

  @Test
  void aScannerReadsItsReferenceAndTheSameManifestIsTheSamePaper() throws Exception {
    Manifest manifest = manifest(2);
    assertThat(PdfPictures.scanned(pdf(manifest), 300)).isEqualTo("MAN-EAST-swift-2026-11-24");
    assertThat(pdf(manifest)).isEqualTo(pdf(manifest));
  }

  private byte[] pdf(Manifest manifest) {
    return sheet.pdf(manifest, "Acme Outfitters", "Newark warehouse", "Swift");
  }

  private static Manifest manifest(int parcels) {
    List<Manifest.Entry> entries =
        IntStream.rangeClosed(1, parcels)
            .mapToObj(i -> {
              ShipmentId shipment = ShipmentId.of(new OrderId("DTC-" + i), 1);
              return new Manifest.Entry(
                  shipment, shipment.parcel(1), "L" + i, "TRK%05d".formatted(i), 540);
            })
            .toList();
    ManifestId id = new ManifestId(new NodeId("EAST"), "swift", LocalDate.parse("2026-11-24"));
    return Manifest.opened(id, CUTOFF, entries, List.of(), "cutoff", CUTOFF);
  }
}
