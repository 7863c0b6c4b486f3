package dev.cutoff.local.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cutoff.local.store.ShopifyBooks.BookedOrder;
import dev.cutoff.local.store.ShopifyBooks.Fulfilment;
import dev.cutoff.local.store.ShopifyBooks.FulfilmentOrder;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds every question to Shopify's own schema: a wrong field, type or argument is an error. */
final class ShopifyGraph {
  static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};
  private static final String SCHEMA = "shopify-admin-2026-07.graphqls";

  private final ShopifyBooks books;
  private final GraphQL graphQl;

  ShopifyGraph(ShopifyBooks books, ShopifyMutations mutations) {
    this.books = books;
    ShopifyStock stock = new ShopifyStock(books.shelves());
    RuntimeWiring wiring =
        RuntimeWiring.newRuntimeWiring()
            .scalar(CheckedText.dateTime())
            .scalar(CheckedText.url())
            .type(
                "QueryRoot",
                type ->
                    type.dataFetcher("order", this::order)
                        .dataFetcher("fulfillmentOrder", this::fulfilmentOrder)
                        .dataFetcher("inventoryItems", asked -> page(asked, stock.find(asked))))
            .type(
                "Mutation",
                type ->
                    type.dataFetcher("fulfillmentCreate", mutations::fulfil)
                        .dataFetcher("fulfillmentOrderMove", mutations::move)
                        .dataFetcher("fulfillmentEventCreate", mutations::event)
                        .dataFetcher("orderCancel", mutations::cancel)
                        .dataFetcher("inventorySetQuantities", stock::set))
            .type(
                "Order",
                type ->
                    type.dataFetcher("fulfillmentOrders", ShopifyGraph::page)
                        .dataFetcher("fulfillments", ShopifyGraph::first))
            .type("InventoryItem", type -> type.dataFetcher("inventoryLevels", ShopifyGraph::page))
            .type(
                "InventoryLevel", type -> type.dataFetcher("quantities", ShopifyStock::quantities))
            .type("FulfillmentOrder", type -> type.dataFetcher("lineItems", ShopifyGraph::page))
            .type(
                "Fulfillment",
                type ->
                    type.dataFetcher("events", ShopifyGraph::page)
                        .dataFetcher("trackingInfo", ShopifyGraph::first))
            .build();
    graphQl =
        GraphQL.newGraphQL(
                new SchemaGenerator()
                    .makeExecutableSchema(new SchemaParser().parse(schema()), wiring))
            .build();
  }

  Map<String, Object> execute(String query, Map<String, Object> variables) {
    return graphQl
        .execute(ExecutionInput.newExecutionInput().query(query).variables(variables).build())
        .toSpecification();
  }

  private @Nullable Object order(DataFetchingEnvironment asked) {
    return books.order(given(asked, "id")).map(ShopifyGraph::view).orElse(null);
  }

  private @Nullable Object fulfilmentOrder(DataFetchingEnvironment asked) {
    return books.fulfilmentOrder(given(asked, "id")).map(ShopifyGraph::view).orElse(null);
  }

  private static Map<String, Object> view(BookedOrder order) {
    Map<String, Object> view = new HashMap<>();
    view.put("id", order.id);
    view.put("name", order.name);
    view.put("cancelledAt", order.cancelledAt);
    view.put("fulfillmentOrders", order.fulfilmentOrders.stream().map(ShopifyGraph::view).toList());
    view.put("fulfillments", order.fulfilments.stream().map(ShopifyGraph::view).toList());
    return view;
  }

  static Map<String, Object> view(Fulfilment fulfilment) {
    return Map.of(
        "id", fulfilment.id,
        "status", fulfilment.status,
        "createdAt", fulfilment.createdAt,
        "trackingInfo", fulfilment.trackingInfo,
        "events", fulfilment.events);
  }

  static Map<String, Object> view(FulfilmentOrder order) {
    List<Map<String, Object>> lines =
        order.lines.values().stream()
            .map(line ->
                Map.<String, Object>of(
                    "id",
                    line.id,
                    "remainingQuantity",
                    (int) line.remaining,
                    "totalQuantity",
                    (int) line.total,
                    "lineItem",
                    Map.of("id", line.lineItem)))
            .toList();
    return Map.of(
        "id",
        order.id,
        "status",
        order.status,
        "fulfillmentHolds",
        order.holds,
        "requestStatus",
        "UNSUBMITTED",
        "assignedLocation",
        Map.of(
            "name",
            order.location,
            "location",
            Map.of("id", ShopifyBooks.gid("Location", order.location), "name", order.location)),
        "lineItems",
        lines);
  }

  /** A connection: Shopify wants to be told how many, and continues after a cursor. */
  private static Map<String, Object> page(DataFetchingEnvironment asked) {
    return page(asked, source(asked));
  }

  private static Map<String, Object> page(DataFetchingEnvironment asked, List<?> whole) {
    List<Object> all = new ArrayList<>(whole);
    if (Boolean.TRUE.equals(asked.getArgument("reverse"))) {
      Collections.reverse(all);
    }
    Integer first = asked.getArgument("first");
    if (first == null || first > 250) {
      throw new IllegalArgumentException("you must provide one of first or last, 250 at most");
    }
    String after = asked.getArgument("after");
    int start = after == null ? 0 : Integer.parseInt(after);
    int end = Math.min(all.size(), start + first);
    return Map.of(
        "nodes", all.subList(Math.min(start, end), end),
        "pageInfo",
            Map.of(
                "hasNextPage",
                end < all.size(),
                "hasPreviousPage",
                start > 0,
                "endCursor",
                String.valueOf(end)));
  }

  private static List<?> first(DataFetchingEnvironment asked) {
    List<?> all = source(asked);
    Integer first = asked.getArgument("first");
    return first == null ? all : all.subList(0, Math.min(first, all.size()));
  }

  private static List<?> source(DataFetchingEnvironment asked) {
    Map<?, ?> parent = Objects.requireNonNull(asked.<Map<?, ?>>getSource());
    return parent.get(asked.getField().getName()) instanceof List<?> list ? list : List.of();
  }

  /** An argument that the schema says is there. */
  static String given(DataFetchingEnvironment asked, String name) {
    return Objects.requireNonNull(asked.<String>getArgument(name));
  }

  private static String schema() {
    try (InputStream file = ShopifyGraph.class.getResourceAsStream(SCHEMA)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the schema of the fake Shopify cannot be read", e);
    }
  }
}
