package dev.cutoff.adapter.channel.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.channel.StoreApi.Reply;
import dev.cutoff.adapter.channel.StoreApi.SecretHeader;
import dev.cutoff.merchant.Store;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One order in a store's REST API. */
final class WooCommerceApi {
  private final StoreApi api;
  private final Store store;
  private final SecretHeader basic;
  private final String url;

  /**
   * For one order.
   *
   * @param secret consumer key and secret with a colon between them
   */
  WooCommerceApi(StoreApi api, Store store, String secret, String externalId) {
    this.api = api;
    this.store = store;
    this.basic = basic(secret);
    this.url = store.apiUrl() + "/wp-json/wc/v3/orders/" + externalId;
  }

  static SecretHeader basic(String secret) {
    return new SecretHeader(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
  }

  Reply<JsonNode> read() {
    return api.call(what("reading the order"), "GET", url, basic, MissingNode.getInstance());
  }

  Reply<JsonNode> change(ObjectNode changes) {
    return api.call(what("changing the order"), "PUT", url, basic, changes);
  }

  Reply<JsonNode> notes() {
    return api.call(
        what("reading notes"),
        "GET",
        url + "/notes?type=internal",
        basic,
        MissingNode.getInstance());
  }

  /** For the shop's people alone. */
  Reply<JsonNode> addNote(String note) {
    return addNote(note, false);
  }

  /** One that the store mails to the customer. */
  Reply<JsonNode> addCustomerNote(String note) {
    return addNote(note, true);
  }

  private Reply<JsonNode> addNote(String note, boolean mailed) {
    ObjectNode body = api.object().put("note", note).put("customer_note", mailed);
    return api.call(what("adding a note"), "POST", url + "/notes", basic, body);
  }

  ObjectNode object() {
    return api.object();
  }

  private String what(String question) {
    return store.id() + " (woocommerce): " + question;
  }
}
