package dev.cutoff.adapter.channel;

import dev.cutoff.merchant.Store;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.ShippingMethod.Kind;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a platform's shipping method means: the merchant file first, then its usual words. */
public final class ShippingMethods {
  private static final Pattern PICKUP =
      Pattern.compile("\\b(pick[ -]?up|click (and|&) collect)\\b");

  /** Parcel shops and lockers are where a carrier brings a parcel: no pickup at our node. */
  private static final Pattern CARRIERS_POINT = Pattern.compile("point|locker|parcel");

  private static final Pattern LOCAL = Pattern.compile("\\blocal[ -]?delivery\\b");

  private ShippingMethods() {}

  /** Reads code and title, letter case aside. */
  public static ShippingMethod of(Store store, String code, String title) {
    for (Store.Method method : store.shippingMethods()) {
      if (method.match().equalsIgnoreCase(code) || method.match().equalsIgnoreCase(title)) {
        return new ShippingMethod(code, title, method.kind());
      }
    }
    return new ShippingMethod(code, title, byItsWords(code + " | " + title));
  }

  private static Kind byItsWords(String codeAndTitle) {
    // '_' is a letter to \b, and "local_pickup:3" is WooCommerce's pickup.
    String words = codeAndTitle.toLowerCase(Locale.ROOT).replace('_', ' ');
    if (LOCAL.matcher(words).find()) {
      return Kind.LOCAL_DELIVERY;
    }
    return PICKUP.matcher(words).find() && !CARRIERS_POINT.matcher(words).find()
        ? Kind.PICKUP
        : Kind.PARCEL;
  }
}
