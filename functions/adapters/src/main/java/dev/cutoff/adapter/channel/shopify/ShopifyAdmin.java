package dev.cutoff.adapter.channel.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.channel.StoreApi.Reply;
import dev.cutoff.adapter.channel.StoreApi.SecretHeader;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Store;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One store's Admin GraphQL API. */
final class ShopifyAdmin {
  private static final String PATH = "/admin/api/2026-07/graphql.json";

  /** Shopify's own trouble, told with status 200. */
  private static final Set<String> PASSING =
      Set.of("THROTTLED", "INTERNAL_SERVER_ERROR", "TIMEOUT");

  private final StoreApi api;
  private final Store store;
  private final SecretHeader token;

  ShopifyAdmin(StoreApi api, Store store, String secret) {
    this.api = api;
    this.store = store;
    this.token = new SecretHeader("X-Shopify-Access-Token", secret);
  }

  /** Answers the field of that name; what Shopify's userErrors say is a "no". */
  Reply<JsonNode> ask(String field, String query, Map<String, JsonNode> variables) {
    String what = what(field);
    return askForErrors(field, query, variables).ask(data -> withoutErrors(what, data));
  }

  /** As {@link #ask}, with the userErrors in the answer, for who tells them apart. */
  Reply<JsonNode> askForErrors(String field, String query, Map<String, JsonNode> variables) {
    String what = what(field);
    ObjectNode body = api.object();
    body.put("query", query);
    body.putObject("variables").setAll(new TreeMap<>(variables));
    return api.call(what, "POST", store.apiUrl() + PATH, token, body)
        .ask(answer -> answered(what, field, answer));
  }

  ObjectNode object() {
    return api.object();
  }

  private Reply<JsonNode> answered(String what, String field, JsonNode answer) {
    for (JsonNode error : answer.path("errors")) {
      if (PASSING.contains(error.path("extensions").path("code").asText())) {
        throw new TryAgainLater(what + " answered " + error.path("extensions").path("code"));
      }
    }
    if (!answer.path("errors").isEmpty()) {
      return no(what, answer.path("errors"));
    }
    JsonNode data = answer.path("data").path(field);
    return data.isObject()
        ? new Reply.Yes<>(data)
        : new Reply.No<>(what + ": it knows no such thing");
  }

  private Reply<JsonNode> withoutErrors(String what, JsonNode data) {
    for (String errors : new String[] {"userErrors", "orderCancelUserErrors"}) {
      if (!data.path(errors).isEmpty()) {
        return no(what, data.path(errors));
      }
    }
    return new Reply.Yes<>(data);
  }

  private String what(String field) {
    return store.id() + " (shopify): " + field;
  }

  private Reply<JsonNode> no(String what, JsonNode errors) {
    JsonNode list = errors instanceof ArrayNode ? errors : api.object().putArray("e").add(errors);
    StringBuilder words = new StringBuilder();
    for (JsonNode error : list) {
      words.append(words.isEmpty() ? "" : "; ").append(error.path("message").asText("no reason"));
    }
    return new Reply.No<>(what + ": " + StoreApi.shortened(words.toString(), token.value()));
  }
}
