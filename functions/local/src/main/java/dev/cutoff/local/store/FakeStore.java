package dev.cutoff.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** One store front behind the fake server. */
interface FakeStore {
  /**
   * A request as it arrived.
   *
   * @param path after the store's own address
   * @param query after the question mark, decoded
   * @param headers by lower-case name
   */
  record Asked(
      String method, String path, String query, Map<String, String> headers, JsonNode body) {}

  /** What to answer. */
  record Answer(int status, JsonNode body) {}

  void place(ObjectNode order);

  /** Somebody counted: the store has so many. */
  void stock(String sku, String location, long units);

  /** What the store has, by location. */
  Map<String, Long> stock(String sku);

  /** What the store says when its stock changed: topic and body. */
  Map.Entry<String, ObjectNode> stockNews(String sku, String location);

  /** Whether it is about stock. */
  boolean isAboutStock(Asked asked);

  /** Whether it is to change a figure. */
  boolean setsStock(Asked asked);

  /** The name under which a request is recorded. */
  String what(Asked asked);

  Answer answer(Asked asked);

  SignedWebhook webhook(String topic, byte[] body, int delivery);

  /** What the store was told of one order, in the order it was told. */
  List<String> told(String externalId);

  /** Somebody does something in the store's own pages. */
  void byHand(String externalId, ByHand act);

  /** What the store itself mailed to the customer of one order: "shipped", "cancelled". */
  List<String> mails(String externalId);

  /** The tracking numbers that the store shows of one order, and how far it says each is. */
  Map<String, String> parcels(String externalId);
}
