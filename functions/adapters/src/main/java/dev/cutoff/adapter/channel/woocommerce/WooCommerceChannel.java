package dev.cutoff.adapter.channel.woocommerce;

import dev.cutoff.adapter.channel.BodySignature;
import dev.cutoff.adapter.channel.Part;
import dev.cutoff.adapter.channel.Values;
import dev.cutoff.availability.Sellable;
import dev.cutoff.merchant.Store;
import dev.cutoff.order.application.Channel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** WooCommerce's order webhooks. */
public final class WooCommerceChannel implements Channel {
  private static final String SIGNATURE = "x-wc-webhook-signature";
  private static final String TOPIC = "x-wc-webhook-topic";
  private static final String STOCK_TOPIC = "product.updated";
  private static final Pattern GREETING = Pattern.compile("webhook_id=\\d{1,20}");

  private static final Set<String> ORDER_TOPICS =
      Set.of("order.created", "order.updated", "order.restored");

  private final WooCommerceOrders orders = new WooCommerceOrders();

  @Override
  public String name() {
    return "woocommerce";
  }

  @Override
  public Authenticity authenticate(Map<String, String> headers, byte[] body, String secret) {
    String signature = headers.get(SIGNATURE);
    if (signature == null) {
      return isGreeting(headers, body) ? Authenticity.PING : Authenticity.FORGED;
    }
    return BodySignature.matches(signature, body, secret)
        ? Authenticity.GENUINE
        : Authenticity.FORGED;
  }

  @Override
  public Reading read(Store store, Map<String, String> headers, byte[] body) {
    if (isGreeting(headers, body)) {
      return new Reading.NoOrder("WooCommerce's greeting to a new webhook");
    }
    String topic = headers.getOrDefault(TOPIC, "").strip();
    if (topic.equals(STOCK_TOPIC)) {
      return Part.parse(body)
          .map(WooCommerceChannel::stock)
          .orElseGet(() -> new Reading.Unreadable("not a JSON object"));
    }
    if (!topic.isEmpty() && !ORDER_TOPICS.contains(topic)) {
      return new Reading.NoOrder("the topic " + topic + " carries no order");
    }
    Optional<Part> parsed = Part.parse(body);
    if (parsed.isEmpty()) {
      return new Reading.Unreadable("not a JSON object");
    }
    return topic.isEmpty() && isSomethingElse(parsed.get())
        ? new Reading.NoOrder("a resource of WooCommerce's that is not an order")
        : orders.read(store, parsed.get());
  }

  @Override
  public Reading readKept(Store store, byte[] body) {
    return Part.parse(body)
        .map(parsed -> orders.read(store, parsed))
        .orElseGet(() -> new Reading.Unreadable("not a JSON object"));
  }

  /** The first thing a new webhook sends, unsigned: refused, WooCommerce would switch it off. */
  private static boolean isGreeting(Map<String, String> headers, byte[] body) {
    return headers
            .getOrDefault("content-type", "")
            .toLowerCase(Locale.ROOT)
            .startsWith("application/x-www-form-urlencoded")
        && body.length < 64
        && GREETING.matcher(new String(body, StandardCharsets.ISO_8859_1)).matches();
  }

  /** A product or variation; one that leaves its stock to the product above says nothing here. */
  private static Reading stock(Part product) {
    OptionalLong units = Values.whole(product, "stock_quantity");
    return units.isEmpty() || !product.flag("manage_stock") || product.text("sku").isEmpty()
        ? new Reading.NoOrder("a product whose stock is not counted")
        : new Reading.StockNews(
            product.text("sku"), product.text("id"), Sellable.WHOLE_STORE, units.getAsLong());
  }

  /** Products have a slug, coupons a code, customers an e-mail, deleted things an id alone. */
  private static boolean isSomethingElse(Part body) {
    boolean looksLikeAnOrder = body.has("line_items") || body.has("number") || body.has("status");
    return body.has("id")
        && (body.has("sku") || body.has("slug") || body.has("code") || !looksLikeAnOrder);
  }
}
