package dev.cutoff.print.application;

import dev.cutoff.document.application.PrintForm;
import dev.cutoff.document.application.PrintSheets;
import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.PackingSlips;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The labels of a shipment in the form that a printer takes; made anew from what is kept. */
public final class LabelsInForm {
  private final ObjectStore objects;
  private final PrintSheets sheets;
  private final PackingSlips slips;

  @Inject
  public LabelsInForm(ObjectStore objects, PrintSheets sheets, PackingSlips slips) {
    this.objects = objects;
    this.sheets = sheets;
    this.slips = slips;
  }

  /**
   * What there is to print, and what of it there is not in this form.
   *
   * @param files with a slip one for all parcels, else one a parcel
   */
  record Made(List<Printable> files, List<Missing> missing) {
    Made {
      files = List.copyOf(files);
      missing = List.copyOf(missing);
    }
  }

  /**
   * A file, not kept yet.
   *
   * @param parcelIds whose labels are in it
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Printable(List<String> parcelIds, byte[] file) {
    Printable {
      parcelIds = List.copyOf(parcelIds);
    }
  }

  /** A label that can't be printed in this form. */
  public record Missing(String parcelId, String why) {}

  Made of(Order order, Shipment shipment, PrintForm form) {
    Made made =
        made(
            shipment.paidParcels().stream()
                .map(each -> new Kept(each.plan().parcelId(), each.labelPdf(), each.labelZpl()))
                .toList(),
            form);
    List<Printable> labels = made.files();
    List<Missing> missing = made.missing();
    if (!form.withSlip() || labels.isEmpty()) {
      return new Made(labels, missing);
    }
    byte[] sheet =
        sheets.slipWithLabels(
            slips.content(order, shipment), form, labels.stream().map(Printable::file).toList());
    List<String> ids = labels.stream().flatMap(each -> each.parcelIds().stream()).toList();
    return new Made(List.of(new Printable(ids, sheet)), missing);
  }

  /** Bought labels one by one; no slip goes with them. */
  Made of(List<Attempt> bought, PrintForm form) {
    return made(
        bought.stream()
            .map(each ->
                new Kept(
                    each.parcelId(),
                    Objects.requireNonNullElse(each.labelPdf(), ""),
                    Objects.requireNonNullElse(each.labelZpl(), "")))
            .toList(),
        form);
  }

  /** The object keys of a label. */
  private record Kept(String parcelId, String pdf, String zpl) {}

  private Made made(List<Kept> all, PrintForm form) {
    List<Printable> labels = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (Kept each : all) {
      String key = form == PrintForm.ZPL_203 ? each.zpl() : each.pdf();
      if (key.isEmpty()) {
        missing.add(
            new Missing(
                each.parcelId(),
                "the carrier drew this label as ZPL of 203 dpi alone: print it as that"));
        continue;
      }
      Optional<byte[]> kept = objects.get(key);
      if (kept.isEmpty()) {
        missing.add(new Missing(each.parcelId(), "its label is not kept any more"));
        continue;
      }
      labels.add(new Printable(List.of(each.parcelId()), inForm(kept.get(), form)));
    }
    return new Made(labels, missing);
  }

  private byte[] inForm(byte[] kept, PrintForm form) {
    return switch (form) {
      case ZPL_300 -> sheets.zpl300(kept).getBytes(StandardCharsets.UTF_8);
      case PDF_4X6, A4, LETTER, ZPL_203 -> kept;
    };
  }
}
