package dev.cutoff.print.application;

import dev.cutoff.document.application.PrintForm;
import dev.cutoff.document.application.PrintSheets;
import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.application.EveryOrder;
import dev.cutoff.order.application.Orders;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.stock.NodeId;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prints the labels of a wave: all that leaves a node with a carrier on a day, in the order it is
 * picked, as files that one answer can hold. What is on hold or being cancelled is left out.
 */
public final class PrintingWave {
  /** Where shipments with a label and still in the house may be found. */
  private static final List<OrderState> STATES =
      List.of(
          OrderState.RESERVED,
          OrderState.PLANNED,
          OrderState.LABELLED,
          OrderState.PARTIALLY_SHIPPED);

  /** With Base64 around it, what a Lambda function may answer. */
  private static final int MOST_BYTES = 4 << 20;

  /** What is read and joined within the time of one request. */
  private static final int MOST_KEPT = 200;

  /** What is drawn anew within it: up to a second each on a function of 512 MB. */
  private static final int MOST_DRAWN = 20;

  /** By more of them nobody walks in another order, and a cursor stays short. */
  private static final int SHELVES = 3;

  private final Orders orders;
  private final LabelsInForm labels;
  private final PrintSheets sheets;
  private final ObjectStore objects;
  private final PrintLinks links;

  @Inject
  public PrintingWave(
      Orders orders,
      LabelsInForm labels,
      PrintSheets sheets,
      ObjectStore objects,
      PrintLinks links) {
    this.orders = orders;
    this.labels = labels;
    this.sheets = sheets;
    this.objects = objects;
    this.links = links;
  }

  /**
   * What goes together.
   *
   * @param carrier null for all of them
   * @param shipDate the planned day of hand-over, in the node's zone
   */
  public record Wave(NodeId node, @Nullable String carrier, LocalDate shipDate) {}

  /**
   * A file of the wave.
   *
   * @param parcelIds whose labels are in it, in their order
   * @param link null where there is nothing to print
   * @param missing what is not in it, and why
   * @param cursor of the next file; null where this is the last
   */
  public record Printed(
      List<String> parcelIds,
      int bytes,
      PrintLinks.@Nullable Link link,
      List<LabelsInForm.Missing> missing,
      @Nullable String cursor) {
    public Printed {
      parcelIds = List.copyOf(parcelIds);
      missing = List.copyOf(missing);
    }
  }

  /** A shipment of the wave; its place follows from what is in it, whatever else is printed. */
  private record Pick(Order order, Shipment shipment, String place) {}

  public Printed print(Wave wave, PrintForm form, @Nullable String cursor) {
    List<Pick> picks =
        picks(wave).stream()
            .filter(pick -> cursor == null || pick.place().compareTo(cursor) > 0)
            .toList();
    int most = form == PrintForm.PDF_4X6 || form == PrintForm.ZPL_203 ? MOST_KEPT : MOST_DRAWN;
    List<byte[]> files = new ArrayList<>();
    List<String> parcelIds = new ArrayList<>();
    List<LabelsInForm.Missing> missing = new ArrayList<>();
    long bytes = 0;
    String last = null;
    for (Pick pick : picks) {
      if (last != null && parcelIds.size() + missing.size() >= most) {
        return kept(files, parcelIds, missing, form, last);
      }
      LabelsInForm.Made made = labels.of(pick.order(), pick.shipment(), form);
      long more = made.files().stream().mapToLong(each -> each.file().length).sum();
      if (last != null && bytes + more > MOST_BYTES) {
        return kept(files, parcelIds, missing, form, last);
      }
      bytes += more;
      made.files().forEach(each -> files.add(each.file()));
      made.files().forEach(each -> parcelIds.addAll(each.parcelIds()));
      missing.addAll(made.missing());
      last = pick.place();
    }
    return kept(files, parcelIds, missing, form, null);
  }

  private Printed kept(
      List<byte[]> files,
      List<String> parcelIds,
      List<LabelsInForm.Missing> missing,
      PrintForm form,
      @Nullable String cursor) {
    if (files.isEmpty()) {
      return new Printed(parcelIds, 0, null, missing, cursor);
    }
    byte[] all = form.extension().equals("zpl") ? together(files) : sheets.joined(files);
    String key = objects.put("prints", form.extension(), all);
    return new Printed(parcelIds, all.length, links.to(key), missing, cursor);
  }

  private static byte[] together(List<byte[]> files) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] file : files) {
      all.writeBytes(file);
      all.write('\n');
    }
    return all.toByteArray();
  }

  private List<Pick> picks(Wave wave) {
    List<Pick> picks = new ArrayList<>();
    EveryOrder.in(
        STATES,
        orders,
        order ->
            order.openShipments().stream()
                .filter(shipment -> order.cancellation() == null && isOf(wave, shipment))
                .map(shipment -> new Pick(order, shipment, place(order, shipment)))
                .forEach(picks::add));
    // An order that changed its state while the lists were read is there twice.
    return picks.stream()
        .sorted(Comparator.comparing(Pick::place))
        .collect(
            ArrayList::new,
            (list, pick) -> {
              if (list.isEmpty() || !list.getLast().place().equals(pick.place())) {
                list.add(pick);
              }
            },
            ArrayList::addAll);
  }

  private static boolean isOf(Wave wave, Shipment shipment) {
    return shipment instanceof Shipment.Labelled labelled
        && labelled.node().equals(wave.node())
        && labelled.parcels().stream()
            .anyMatch(parcel ->
                parcel.plan().shipDate().equals(wave.shipDate())
                    && (wave.carrier() == null || parcel.plan().carrier().equals(wave.carrier())));
  }

  /** One SKU alone first, the same SKUs together: a picker walks to each shelf once. */
  private static String place(Order order, Shipment shipment) {
    List<String> skus =
        shipment.lines().stream()
            .map(line -> sku(order, line.lineId()).orElse(""))
            .sorted()
            .toList();
    String shelves = String.join(" ", skus.subList(0, Math.min(SHELVES, skus.size())));
    return (skus.size() == 1 ? "1 " : "2 ") + shelves + " " + shipment.id();
  }

  private static Optional<String> sku(Order order, String lineId) {
    return order.document().lines().stream()
        .filter(line -> line.lineId().equals(lineId))
        .map(line -> line.sku())
        .findFirst();
  }
}
