package dev.cutoff.merchant;

import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.StoreId;
import dev.cutoff.stock.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One store front.
 *
 * @param channel which adapter speaks to it: "shopify", "woocommerce", "webhook"
 * @param orderPrefix unique over all stores: DTC
 * @param webhookSecretName of the secret its webhooks are signed with
 * @param apiUrl where its API listens, without a slash at the end
 * @param apiSecretName of the secret that its API wants
 * @param locations our node by the platform's location id
 * @param shippingMethods the platform's codes and titles, and what was promised with them
 * @param notices which of the customer's notices Cutoff sends; the rest is the store's: exactly one
 *     sender for each
 * @param stock what it and Cutoff tell each other of stock
 * @param remorse how long an order may still be edited and cancelled freely before its label is
 *     bought; shortened so that no cutoff is missed
 * @param addressChecks whether carriers are asked about ship-to addresses; null where not
 * @param brand how it looks to its customers
 * @param telling how its customers are told
 */
public record Store(
    StoreId id,
    String channel,
    String name,
    String orderPrefix,
    String webhookSecretName,
    String apiUrl,
    String apiSecretName,
    Map<String, NodeId> locations,
    List<Method> shippingMethods,
    Set<String> notices,
    StoreStock stock,
    Duration remorse,
    @Nullable AddressChecks addressChecks,
    Brand brand,
    Telling telling) {
  /** The remorse period where the merchant file names none. */
  public static final Duration USUAL_REMORSE = Duration.ofMinutes(20);

  /** One without a look of its own, whose customers are told as is usual. */
  public Store(
      StoreId id,
      String channel,
      String name,
      String orderPrefix,
      String webhookSecretName,
      String apiUrl,
      String apiSecretName,
      Map<String, NodeId> locations,
      List<Method> shippingMethods,
      Set<String> notices,
      StoreStock stock,
      Duration remorse,
      @Nullable AddressChecks addressChecks) {
    this(
        id,
        channel,
        name,
        orderPrefix,
        webhookSecretName,
        apiUrl,
        apiSecretName,
        locations,
        shippingMethods,
        notices,
        stock,
        remorse,
        addressChecks,
        Brand.PLAIN,
        Telling.PLAIN);
  }

  /** With the usual remorse period, and no address asked about. */
  public Store(
      StoreId id,
      String channel,
      String name,
      String orderPrefix,
      String webhookSecretName,
      String apiUrl,
      String apiSecretName,
      Map<String, NodeId> locations,
      List<Method> shippingMethods,
      Set<String> notices,
      StoreStock stock) {
    this(
        id,
        channel,
        name,
        orderPrefix,
        webhookSecretName,
        apiUrl,
        apiSecretName,
        locations,
        shippingMethods,
        notices,
        stock,
        USUAL_REMORSE,
        null);
  }

  public Store {
    locations = java.util.Collections.unmodifiableMap(new TreeMap<>(locations));
    shippingMethods = List.copyOf(shippingMethods);
    notices = java.util.Collections.unmodifiableSet(new TreeSet<>(notices));
  }

  /** What a method that was bought means here; empty where the merchant file has none like it. */
  public Optional<Method> method(ShippingMethod bought) {
    return shippingMethods.stream().filter(method -> method.matches(bought)).findFirst();
  }

  /**
   * What a shipping method of the store means.
   *
   * @param match the platform's code or title, letter case aside
   * @param deliverWithinDays delivery days (Monday to Friday) after the day of the order
   */
  public record Method(String match, ShippingMethod.Kind kind, int deliverWithinDays) {
    public boolean matches(ShippingMethod bought) {
      return match.equalsIgnoreCase(bought.code()) || match.equalsIgnoreCase(bought.title());
    }
  }
}
