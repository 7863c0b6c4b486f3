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
   * @param headers by lower-case name
   */
  record Asked(String method, String path, Map<String, String> headers, JsonNode body) {}

  /** What to answer. */
  record Answer(int status, JsonNode body) {}

  void place(ObjectNode order);

  /** The name under which a request is recorded. */
  String what(Asked asked);

  Answer answer(Asked asked);

  SignedWebhook webhook(String topic, byte[] body, int delivery);

  /** What the store was told of one order, in the order it was told. */
  List<String> told(String externalId);
}
