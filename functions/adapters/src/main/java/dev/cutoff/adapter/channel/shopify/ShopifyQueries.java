package dev.cutoff.adapter.channel.shopify;

/**
 * What Cutoff asks of Shopify's Admin GraphQL API 2026-07. Page sizes keep each question below the
 * cost that Shopify allows a single one.
 */
final class ShopifyQueries {
  static final String FULFILMENTS =
      """
      query CutoffFulfillments($id: ID!) {
        order(id: $id) {
          cancelledAt
          fulfillments(first: 30) {
            id
            status
            trackingInfo(first: 8) { number }
            events(first: 15, reverse: true) {
              nodes { status happenedAt estimatedDeliveryAt }
            }
          }
        }
      }
      """;

  private static final String LINES =
      """
      pageInfo { hasNextPage endCursor }
      nodes { id remainingQuantity lineItem { id } }
      """;

  static final String FULFILMENT_ORDERS =
      """
      query CutoffFulfillmentOrders($id: ID!, $after: String) {
        order(id: $id) {
          fulfillmentOrders(first: 10, after: $after) {
            pageInfo { hasNextPage endCursor }
            nodes {
              id
              status
              fulfillmentHolds { displayReason reasonNotes }
              assignedLocation { location { id } }
              lineItems(first: 40) { %s }
            }
          }
        }
      }
      """
          .formatted(LINES);

  static final String MORE_LINES =
      """
      query CutoffFulfillmentOrderLines($id: ID!, $after: String) {
        fulfillmentOrder(id: $id) { lineItems(first: 100, after: $after) { %s } }
      }
      """
          .formatted(LINES);

  static final String MOVE =
      """
      mutation CutoffMove(
          $id: ID!, $location: ID!, $lines: [FulfillmentOrderLineItemInput!]) {
        fulfillmentOrderMove(
            id: $id, newLocationId: $location, fulfillmentOrderLineItems: $lines) {
          movedFulfillmentOrder {
            id
            status
            assignedLocation { location { id } }
            lineItems(first: 100) { %s }
          }
          userErrors { field message }
        }
      }
      """
          .formatted(LINES);

  static final String FULFIL =
      """
      mutation CutoffFulfil($fulfillment: FulfillmentInput!) {
        fulfillmentCreate(fulfillment: $fulfillment) {
          fulfillment { id status }
          userErrors { field message }
        }
      }
      """;

  static final String EVENT =
      """
      mutation CutoffEvent($event: FulfillmentEventInput!) {
        fulfillmentEventCreate(fulfillmentEvent: $event) {
          fulfillmentEvent { id status }
          userErrors { field message }
        }
      }
      """;

  static final String CANCEL =
      """
      mutation CutoffCancel(
          $id: ID!, $refund: OrderCancelRefundMethodInput!, $note: String!, $notify: Boolean!) {
        orderCancel(
            orderId: $id, reason: OTHER, refundMethod: $refund, restock: false,
            notifyCustomer: $notify, staffNote: $note) {
          orderCancelUserErrors { code field message }
        }
      }
      """;

  static final String STOCK =
      """
      query CutoffStock($query: String!, $after: String) {
        inventoryItems(first: 20, query: $query, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes {
            id
            sku
            tracked
            inventoryLevels(first: 30) {
              nodes {
                location { id }
                quantities(names: ["available"]) { quantity }
              }
            }
          }
        }
      }
      """;

  static final String SET_STOCK =
      """
      mutation CutoffSetStock($input: InventorySetQuantitiesInput!, $key: String!) {
        inventorySetQuantities(input: $input) @idempotent(key: $key) {
          userErrors { code message }
        }
      }
      """;

  private ShopifyQueries() {}
}
