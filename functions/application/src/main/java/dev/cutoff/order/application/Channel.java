package dev.cutoff.order.application;

import dev.cutoff.merchant.Store;
import dev.cutoff.order.OrderDocument;
import java.util.Map;

/** A store platform, as it speaks to us. Pure: no clock, no network. */
public interface Channel {
  /** As the merchant file and the canonical order name it: "shopify". */
  String name();

  /**
   * Whose bytes these are; the comparison takes the same time for every wrong signature.
   *
   * @param headers by lower-case name
   * @param body raw, exactly as received
   */
  Authenticity authenticate(Map<String, String> headers, byte[] body, String secret);

  /** What the bytes say. Asked of webhooks once they are known to be genuine. */
  Reading read(Store store, Map<String, String> headers, byte[] body);

  /**
   * What bytes say that were an order when they came. The headers that said so are gone by now, so
   * whatever else it looks like, it is one.
   */
  default Reading readKept(Store store, byte[] body) {
    return read(store, Map.of(), body);
  }

  /** The answer to whose bytes these are. */
  enum Authenticity {
    GENUINE,
    FORGED,
    /** The platform's unsigned first greeting, which carries no order. */
    PING
  }

  /** What a body turned out to be. */
  sealed interface Reading {
    /** An order, perhaps with defects, which put it on hold. */
    record AnOrder(OrderDocument document) implements Reading {}

    /**
     * The store's stock of something changed.
     *
     * @param sku empty where the platform does not say
     * @param item the platform's own id
     * @param location empty where the platform knows none
     * @param units that can be bought there now, as far as the message knows
     */
    record StockNews(String sku, String item, String location, long units) implements Reading {}

    /** Well formed, but nothing that Cutoff acts on. */
    record NoOrder(String why) implements Reading {}

    /** Not the platform's format, or without an id: kept in quarantine. */
    record Unreadable(String problem) implements Reading {}
  }
}
