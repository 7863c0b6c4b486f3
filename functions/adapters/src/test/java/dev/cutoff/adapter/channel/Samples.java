package dev.cutoff.adapter.channel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.StoreStock;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.ShippingMethod.Kind;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.application.Channel;
import dev.cutoff.stock.NodeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Stores and orders for the tests of both channels. */
public final class Samples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Samples() {}

  public static Store store(String channel) {
    return new Store(
        new StoreId("acme"),
        channel,
        "Acme",
        "DTC",
        "acme-webhook",
        "https://store.example.com",
        "acme-api",
        Map.of("655441491", new NodeId("EAST")),
        List.of(
            new Store.Method("Standard", Kind.PARCEL, 5),
            new Store.Method("bike-courier", Kind.LOCAL_DELIVERY, 1)),
        Set.of(),
        StoreStock.PLAIN);
  }

  /** A file of the shared fixtures; the test is skipped, visibly, where they are not there. */
  public static byte[] fixture(String name) {
    Path file =
        Path.of(System.getProperty("cutoff.root", ".")).resolve("../shared/fixtures").resolve(name);
    assumeTrue(Files.exists(file), "skipped: the shared fixture " + name + " is not there");
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Headers of a recorded delivery, by lower-case name. */
  public static Map<String, String> fixtureHeaders(String name) {
    Map<String, String> headers = new TreeMap<>();
    new String(fixture(name), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(": "))
        .forEach(line ->
            headers.put(
                line.substring(0, line.indexOf(": ")).toLowerCase(java.util.Locale.ROOT),
                line.substring(line.indexOf(": ") + 2)));
    return headers;
  }

  public static ObjectNode json(byte[] body) {
    try {
      return (ObjectNode) JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ObjectNode json(String body) {
    return json(body.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads without headers, as Ingest does. */
  public static OrderDocument document(Channel channel, JsonNode json) {
    Channel.Reading reading = channel.read(store(channel.name()), Map.of(), bytes(json));
    if (reading instanceof Channel.Reading.AnOrder order) {
      return order.document();
    }
    throw new AssertionError("not an order: " + reading);
  }

  /** What the parts of the totals come to, less the total; zero where the order adds up. */
  public static long gap(OrderDocument order) {
    long lines =
        order.lines().stream().mapToLong(line -> line.unitPrice().amount() * line.quantity()).sum();
    return lines
        - order.totals().discounts().amount()
        + order.totals().shipping().amount()
        + order.totals().tax().amount()
        + order.totals().fees().amount()
        - order.totals().total().amount();
  }
}
