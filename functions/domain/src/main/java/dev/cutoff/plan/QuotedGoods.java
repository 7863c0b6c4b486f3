package dev.cutoff.plan;

import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderLine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * A short name of what is to be shipped: the same for the same units of the same SKUs, however they
 * are spread over lines. A quote of twelve lines must fit into an attribute of an order.
 */
public final class QuotedGoods {
  private QuotedGoods() {}

  public static String of(OrderDocument order) {
    Map<String, Long> units = new TreeMap<>();
    order.lines().stream()
        .filter(OrderLine::requiresShipping)
        .filter(line -> line.quantity() > 0)
        .forEach(line -> units.merge(line.sku(), line.quantity(), Long::sum));
    StringBuilder text = new StringBuilder();
    // No SKU contains a control character.
    units.forEach((sku, quantity) -> text.append(sku).append('\n').append(quantity).append('\n'));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
