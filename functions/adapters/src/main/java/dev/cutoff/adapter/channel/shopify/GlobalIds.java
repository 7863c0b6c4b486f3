package dev.cutoff.adapter.channel.shopify;

/** Shopify's ids: numbers in webhooks, gid://shopify/Order/450789469 in GraphQL. */
final class GlobalIds {
  private GlobalIds() {}

  static String of(String type, String id) {
    return id.startsWith("gid://") ? id : "gid://shopify/" + type + "/" + id;
  }

  static String number(String globalId) {
    return globalId.substring(globalId.lastIndexOf('/') + 1);
  }
}
