package dev.cutoff.api;

import dev.cutoff.document.application.PrintForm;
import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.print.application.LabelsInForm;
import dev.cutoff.print.application.PrintLinks;
import dev.cutoff.print.application.PrintingShipment;
import dev.cutoff.print.application.PrintingWave;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What printers and packing benches ask for. */
final class PrintApi {
  private final PrintingShipment shipments;
  private final PrintingWave waves;
  private final PrintLinks links;
  private final ObjectStore objects;
  private final Merchants merchants;

  @Inject
  PrintApi(
      PrintingShipment shipments,
      PrintingWave waves,
      PrintLinks links,
      ObjectStore objects,
      Merchants merchants) {
    this.shipments = shipments;
    this.waves = waves;
    this.links = links;
    this.objects = objects;
    this.merchants = merchants;
  }

  /** Needs no token: who has the link may fetch what it leads to, until it ends. */
  HttpAnswer fetch(HttpRequest request) {
    return switch (links.open(request.part("link"))) {
      case PrintLinks.Outcome.Opened opened ->
          objects
              .get(opened.key())
              .map(bytes -> HttpAnswer.document(type(opened.key()), bytes))
              .orElseGet(
                  () -> HttpAnswer.problem(404, "No such document", "it is not kept any more"));
      case PrintLinks.Outcome.Expired expired ->
          HttpAnswer.problem(
              410, "Link expired", "it ended at " + expired.at() + ": ask for a new one");
      case PrintLinks.Outcome.Forged forged ->
          HttpAnswer.problem(403, "Not a link of ours", "it was changed, or made by somebody else");
    };
  }

  HttpAnswer shipment(HttpRequest request) {
    ShipmentId id = ShipmentsApi.id(request.part("shipmentId"));
    return switch (shipments.print(id, form(request))) {
      case PrintingShipment.Outcome.Documents all -> {
        Map<String, Object> page =
            new LinkedHashMap<>(
                OrdersApi.page(all.documents().stream().map(PrintApi::view).toList(), null));
        page.put("missing", all.missing().stream().map(PrintApi::view).toList());
        yield HttpAnswer.json(200, page);
      }
      case PrintingShipment.Outcome.NotLabelled not ->
          HttpAnswer.problem(
              409, "Nothing to print", "shipment " + id + " has no label: see its order");
      case PrintingShipment.Outcome.NotFound none ->
          HttpAnswer.problem(404, "No such shipment", "there is no shipment " + id);
    };
  }

  HttpAnswer wave(HttpRequest request) {
    NodeId node = StockApi.node(request.query().getOrDefault("node", ""));
    if (!merchants.current().nodes().containsKey(node)) {
      return HttpAnswer.problem(404, "No such node", "the merchant file has no node " + node);
    }
    String carrier = request.query().get("carrier");
    if (carrier != null && !merchants.current().carriers().containsKey(carrier)) {
      return HttpAnswer.problem(
          404, "No such carrier", "the merchant file has no carrier of that id");
    }
    PrintingWave.Wave wave = new PrintingWave.Wave(node, carrier, shipDate(request));
    PrintingWave.Printed printed =
        waves.print(wave, form(request), cursor(request.query().get("cursor")));
    Map<String, Object> page =
        new LinkedHashMap<>(
            OrdersApi.page(
                printed.parcelIds().stream().map(id -> Map.of("parcelId", id)).toList(),
                written(printed.cursor())));
    PrintLinks.Link link = printed.link();
    page.put("file", link == null ? null : file(link, printed.bytes()));
    page.put("missing", printed.missing().stream().map(PrintApi::view).toList());
    return HttpAnswer.json(200, page);
  }

  private static Map<String, Object> file(PrintLinks.Link link, int bytes) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("path", link.path());
    file.put("expiresAt", link.expiresAt());
    file.put("bytes", bytes);
    return file;
  }

  private static Map<String, Object> view(PrintingShipment.Document document) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("document", name(document.kind()));
    view.put("parcelIds", document.parcelIds());
    view.put("path", document.link().path());
    view.put("expiresAt", document.link().expiresAt());
    return view;
  }

  private static Map<String, Object> view(PrintingShipment.Missing missing) {
    return Map.of(
        "document", name(missing.kind()), "parcelIds", missing.parcelIds(), "why", missing.why());
  }

  private static Map<String, Object> view(LabelsInForm.Missing missing) {
    return Map.of(
        "document",
        name(PrintingShipment.Kind.LABEL),
        "parcelIds",
        List.of(missing.parcelId()),
        "why",
        missing.why());
  }

  private static String name(PrintingShipment.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static PrintForm form(HttpRequest request) {
    return PrintForm.of(request.query().getOrDefault("form", PrintForm.PDF_4X6.wireName()))
        .orElseThrow(() -> new BadRequest("form is one of pdf, a4, letter, zpl203, zpl300"));
  }

  private static LocalDate shipDate(HttpRequest request) {
    try {
      return LocalDate.parse(request.query().getOrDefault("shipDate", ""));
    } catch (DateTimeException noDay) {
      throw new BadRequest("shipDate is a day such as 2026-11-24");
    }
  }

  private static @Nullable String written(@Nullable String cursor) {
    return cursor == null
        ? null
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String cursor(@Nullable String written) {
    try {
      return written == null
          ? null
          : new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notOurs) {
      throw new BadRequest("the cursor is not one of this list");
    }
  }

  private static String type(String key) {
    return key.endsWith(".pdf") ? "application/pdf" : "application/zpl";
  }
}
