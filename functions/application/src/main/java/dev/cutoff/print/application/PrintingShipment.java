package dev.cutoff.print.application;

import dev.cutoff.customs.PostalForm;
import dev.cutoff.document.application.CustomsContent;
import dev.cutoff.document.application.CustomsForms;
import dev.cutoff.document.application.PrintForm;
import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Orders;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.shipment.application.LabelAttempts.State;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is printed for one shipment: labels in the form of the printer, the slip, and
 * what customs want where it crosses a border. Both the couriers' and the posts' papers are there;
 * the merchant file does not say which carrier is a post.
 */
public final class PrintingShipment {
  private final Orders orders;
  private final LabelAttempts attempts;
  private final LabelsInForm labels;
  private final CustomsPapers papers;
  private final CustomsForms forms;
  private final ObjectStore objects;
  private final PrintLinks links;

  @Inject
  public PrintingShipment(
      Orders orders,
      LabelAttempts attempts,
      LabelsInForm labels,
      CustomsPapers papers,
      CustomsForms forms,
      ObjectStore objects,
      PrintLinks links) {
    this.orders = orders;
    this.attempts = attempts;
    this.labels = labels;
    this.papers = papers;
    this.forms = forms;
    this.objects = objects;
    this.links = links;
  }

  /** What a document is. */
  public enum Kind {
    LABEL,
    PACKING_SLIP,
    SLIP_WITH_LABELS,
    /** From the customer back to a node. */
    RETURN_LABEL,
    COMMERCIAL_INVOICE,
    CN22,
    CN23
  }

  /**
   * A document to fetch.
   *
   * @param parcelIds those it is for
   */
  public record Document(Kind kind, List<String> parcelIds, PrintLinks.Link link) {
    public Document {
      parcelIds = List.copyOf(parcelIds);
    }
  }

  /** Something that can't be printed. */
  public record Missing(Kind kind, List<String> parcelIds, String why) {
    public Missing {
      parcelIds = List.copyOf(parcelIds);
    }
  }

  /** Documents, or why there are none. */
  public sealed interface Outcome {
    record Documents(List<Document> documents, List<Missing> missing) implements Outcome {
      public Documents {
        documents = List.copyOf(documents);
        missing = List.copyOf(missing);
      }
    }

    /** No label is paid yet, or it was cancelled. */
    record NotLabelled() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  public Outcome print(ShipmentId id, PrintForm form) {
    Optional<Order> order = orders.find(id.orderId());
    Optional<Shipment> shipment =
        order.stream()
            .flatMap(each -> each.shipments().stream())
            .filter(each -> each.id().equals(id))
            .findFirst();
    if (shipment.isEmpty()) {
      return new Outcome.NotFound();
    }
    if (shipment.get().paidParcels().isEmpty()) {
      return new Outcome.NotLabelled();
    }
    List<Document> documents = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    labels(order.orElseThrow(), shipment.get(), form, documents, missing);
    customs(order.orElseThrow(), shipment.get(), documents, missing);
    returns(id, form, documents, missing);
    return new Outcome.Documents(documents, missing);
  }

  private void labels(
      Order order,
      Shipment shipment,
      PrintForm form,
      List<Document> documents,
      List<Missing> missing) {
    LabelsInForm.Made made = labels.of(order, shipment, form);
    Kind kind = form.withSlip() ? Kind.SLIP_WITH_LABELS : Kind.LABEL;
    for (LabelsInForm.Printable each : made.files()) {
      String key = objects.put("prints", form.extension(), each.file());
      documents.add(new Document(kind, each.parcelIds(), links.to(key)));
    }
    made.missing()
        .forEach(each -> missing.add(new Missing(kind, List.of(each.parcelId()), each.why())));
    String slip = slip(shipment);
    if (!form.withSlip() && !slip.isEmpty()) {
      documents.add(new Document(Kind.PACKING_SLIP, parcelIds(shipment), links.to(slip)));
    }
  }

  private void returns(
      ShipmentId id, PrintForm form, List<Document> documents, List<Missing> missing) {
    LabelsInForm.Made made =
        labels.of(
            attempts.of(id).stream()
                .filter(each -> each.isReturn() && each.state() == State.BOUGHT)
                .toList(),
            form);
    for (LabelsInForm.Printable each : made.files()) {
      String key = objects.put("prints", form.extension(), each.file());
      documents.add(new Document(Kind.RETURN_LABEL, each.parcelIds(), links.to(key)));
    }
    made.missing()
        .forEach(each ->
            missing.add(new Missing(Kind.RETURN_LABEL, List.of(each.parcelId()), each.why())));
  }

  private void customs(
      Order order, Shipment shipment, List<Document> documents, List<Missing> missing) {
    switch (papers.of(order, shipment)) {
      case CustomsPapers.Outcome.NoBorder none -> {}
      case CustomsPapers.Outcome.Lacking lacking ->
          missing.add(
              new Missing(
                  Kind.COMMERCIAL_INVOICE,
                  parcelIds(shipment),
                  "fill in, in the merchant file: " + String.join("; ", lacking.what())));
      case CustomsPapers.Outcome.Papers all -> {
        documents.add(
            paper(
                Kind.COMMERCIAL_INVOICE,
                parcelIds(shipment),
                forms.commercialInvoice(all.shipment())));
        for (CustomsContent each : all.parcels()) {
          documents.add(
              switch (PostalForm.of(each.declaration(), each.grossGrams())) {
                case CN22 -> paper(Kind.CN22, List.of(each.number()), forms.cn22(each));
                case CN23 -> paper(Kind.CN23, List.of(each.number()), forms.cn23(each));
              });
        }
      }
    }
  }

  private Document paper(Kind kind, List<String> parcelIds, byte[] pdf) {
    return new Document(kind, parcelIds, links.to(objects.put("prints", "pdf", pdf)));
  }

  private static List<String> parcelIds(Shipment shipment) {
    return shipment.paidParcels().stream().map(Parcel::plan).map(plan -> plan.parcelId()).toList();
  }

  private static String slip(Shipment shipment) {
    return switch (shipment) {
      case Shipment.Labelled labelled -> labelled.packingSlip();
      case Shipment.Shipped shipped -> shipped.packingSlip();
      case Shipment.Delivered delivered -> delivered.packingSlip();
      case Shipment.Reserved reserved -> "";
      case Shipment.Planned planned -> "";
      case Shipment.Cancelled cancelled -> "";
    };
  }
}
