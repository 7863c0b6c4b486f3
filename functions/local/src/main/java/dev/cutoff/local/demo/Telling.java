package dev.cutoff.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.local.client.Client;
import dev.cutoff.local.shop.Folders;
import dev.cutoff.local.store.FakeStores;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints how every order ended, what was checked, and says whether all is as it should be. */
final class Telling {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Client client;
  private final FakeStores stores;
  private final Stage stage;
  private final Folders folders;
  private final PrintStream out;
  private final Labels labels;

  Telling(Client client, FakeStores stores, Stage stage, Folders folders, PrintStream out) {
    this.client = client;
    this.stores = stores;
    this.stage = stage;
    this.folders = folders;
    this.out = out;
    this.labels = new Labels(client, folders.home().resolve("labels"));
  }

  /** Exit status: 0 only where every order ended as it should. */
  int tell(List<Story> stories, @Nullable Path json) throws IOException {
    ArrayNode rows = JSON.createArrayNode();
    int checks = 0;
    int asExpected = 0;
    List<String> wrong = new ArrayList<>();
    for (Story story : stories) {
      Ended ended = ended(story);
      List<String> failed =
          story.checks().stream()
              .filter(check -> !check.holds().test(ended))
              .map(check -> story.orderId() + " is not as expected: " + check.says())
              .toList();
      checks += story.checks().size();
      wrong.addAll(failed);
      asExpected += failed.isEmpty() ? 1 : 0;
      print(story, ended, failed);
      row(rows, story, ended);
    }
    List<String> stock = new StockCheck(client).problems();
    wrong.addAll(stock);
    out.printf(
        "%d of %d orders ended as they should; %d checks, and the stock of %d SKUs adds up%s.%n",
        asExpected, stories.size(), checks, StockCheck.SKUS.size(), stock.isEmpty() ? "" : " NOT");
    wrong.forEach(problem -> out.println("  WRONG: " + problem));
    out.println("Labels and slips: " + shown(labels.folder()));
    out.println("Mails:            " + shown(folders.mails()));
    if (json != null) {
      write(json, rows, stories.size(), asExpected, wrong.isEmpty());
    }
    return wrong.isEmpty() ? 0 : 1;
  }

  private Ended ended(Story story) throws IOException {
    String id = story.orderId();
    JsonNode order = client.get("/orders/" + id).json();
    List<String> reasons =
        client.all("/exceptions").stream()
            .filter(each -> each.path("orderId").asText().equals(id))
            .map(each -> each.path("reason").asText())
            .toList();
    return new Ended(order, reasons, notices(id), storeTracking(order), stage.answers(id));
  }

  /** Tracking numbers of the order's parcels, as often as the store was told to ship with them. */
  private List<String> storeTracking(JsonNode order) {
    List<String> told =
        stores.told(order.path("storeId").asText(), order.path("externalId").asText());
    List<String> known = new ArrayList<>();
    for (JsonNode shipment : order.path("shipments")) {
      for (JsonNode parcel : shipment.path("parcels")) {
        String number = parcel.path("trackingNumber").asText("");
        told.stream()
            .filter(line -> !number.isEmpty() && isShipping(line) && line.contains(number))
            .forEach(line -> known.add(number));
      }
    }
    return known.stream().sorted().toList();
  }

  private static boolean isShipping(String told) {
    return told.startsWith("fulfilled") || told.startsWith("_wc_shipment_tracking_items");
  }

  /** Kinds of the mails of an order, from the very files, in the order of an order's life. */
  private List<String> notices(String orderId) throws IOException {
    List<String> kinds = List.of("shipped", "out_for_delivery", "delivered", "cancelled");
    try (Stream<Path> files = Files.list(folders.mails())) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      return kinds.stream()
          .flatMap(kind ->
              names.stream()
                  .filter(name -> name.startsWith(orderId) && name.contains(kind))
                  .map(name -> kind))
          .toList();
    }
  }

  private void print(Story story, Ended ended, List<String> failed) throws IOException {
    JsonNode order = ended.order();
    out.printf(
        "%s %-10s %-18s %s%n",
        failed.isEmpty() ? "ok   " : "WRONG", story.orderId(), ended.state(), story.title());
    for (JsonNode shipment : order.path("shipments")) {
      for (JsonNode parcel : shipment.path("parcels")) {
        parcel(order, shipment, parcel);
      }
      String slip = shipment.path("packingSlip").asText("");
      if (!slip.isEmpty()) {
        labels.put(shipment.path("shipmentId").asText() + "-slip", slip);
      }
      if (shipment.path("parcels").isEmpty()) {
        out.printf(
            "        %s %s%n", shipment.path("node").asText(), shipment.path("state").asText());
      }
    }
    if (order.hasNonNull("hold")) {
      out.println("        held: " + order.path("hold").path("message").asText());
    }
    if (ended.answers().size() > 1) {
      out.println("        the store was answered: " + String.join(", ", ended.answers()));
    }
    if (!ended.notices().isEmpty()) {
      out.println("        mails: " + String.join(", ", ended.notices()));
    }
    if (!ended.storeTracking().isEmpty()) {
      out.println("        the store knows: " + String.join(", ", ended.storeTracking()));
    }
    out.println(
        "        checked: " + String.join("; ", story.checks().stream().map(Check::says).toList()));
    failed.forEach(problem -> out.println("        " + problem));
  }

  private void parcel(JsonNode order, JsonNode shipment, JsonNode parcel) throws IOException {
    out.printf(
        "        %-7s box %-3s %5d g  %s %s  %s  promised %s, %s %s%n",
        shipment.path("node").asText(),
        parcel.path("box").asText(),
        parcel.path("weightGrams").asLong(),
        parcel.path("carrier").asText(),
        parcel.path("service").asText(),
        money(parcel.path("cost")),
        order.path("promise").path("deliverBy").asText("-"),
        parcel.path("trackingNumber").asText("no label"),
        parcel.path("trackingStatus").asText(""));
    String pdf = parcel.path("label").path("pdf").asText("");
    if (!pdf.isEmpty()) {
      out.println(
          "                label " + shown(labels.put(parcel.path("parcelId").asText(), pdf)));
    }
  }

  private void row(ArrayNode rows, Story story, Ended ended) {
    ObjectNode row = rows.addObject();
    row.put("orderId", story.orderId());
    row.put("state", ended.state());
    row.put("node", String.join("+", ended.nodes()));
    List<JsonNode> parcels = ended.parcels();
    row.put("carrier", joined(parcels, "carrier"));
    row.put("service", joined(parcels, "service"));
    row.put(
        "costMinor",
        parcels.stream().mapToLong(each -> each.path("cost").path("amount").asLong()).sum());
    row.put("trackingNumber", String.join("+", ended.trackingNumbers()));
    row.put(
        "label",
        String.join(
            "+",
            parcels.stream()
                .map(each -> each.path("label").path("pdf").asText(""))
                .filter(each -> !each.isEmpty())
                .toList()));
  }

  private static String joined(List<JsonNode> parcels, String field) {
    return String.join(
        "+", parcels.stream().map(each -> each.path(field).asText()).distinct().toList());
  }

  private static void write(Path json, ArrayNode rows, int orders, int asExpected, boolean ok)
      throws IOException {
    ObjectNode all = JSON.createObjectNode();
    all.put("name", "demo");
    all.put("ok", ok);
    all.putObject("figures").put("orders", orders).put("asExpected", asExpected);
    all.set("rows", rows);
    Files.write(json, JSON.writeValueAsBytes(all));
  }

  private static String money(JsonNode money) {
    return money.path("currency").asText()
        + " "
        + BigDecimal.valueOf(money.path("amount").asLong(), 2).toPlainString();
  }

  /** Shorter to read, seen from where the command was called. */
  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path there = path.toAbsolutePath().normalize();
    return there.startsWith(here) ? here.relativize(there).toString() : there.toString();
  }
}
