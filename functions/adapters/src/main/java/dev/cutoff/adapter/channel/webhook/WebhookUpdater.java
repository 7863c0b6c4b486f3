package dev.cutoff.adapter.channel.webhook;

import dev.cutoff.adapter.carrier.ratecard.WebhookSignature;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.StoreUpdater;
import dev.cutoff.order.Order;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells any shop by a webhook of our own, signed after standardwebhooks.com. The message's id is
 * the announcement's key: sent again, by a lost answer or a replay, it is the same, and the shop
 * drops what it knows. The store's {@code apiUrl} is where it goes, its API secret signs it.
 */
public final class WebhookUpdater implements StoreUpdater {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MOST_SECRETS = 5;

  private final StoreApi api;
  private final InstantSource clock;

  /**
   * Over that client, which follows no redirect: what is signed goes where the merchant file says.
   *
   * @param clock of the time in the signature, by which the shop tells an old message
   */
  public WebhookUpdater(HttpClient http, InstantSource clock) {
    this(new StoreApi(http, LIMIT), clock);
  }

  public WebhookUpdater(StoreApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  @Override
  public String channel() {
    return WebhookChannel.NAME;
  }

  @Override
  public Outcome tell(Store store, String apiSecret, Order order, Announcement announcement) {
    byte[] body = OrderNews.of(order, announcement);
    String id = id(announcement);
    StoreApi.Delivery answer =
        api.deliver(
            store.id() + " (webhook): " + announcement.what().wireName(),
            store.apiUrl(),
            headers(apiSecret, id, body),
            body);
    return switch (answer) {
      case StoreApi.Delivery.Taken taken -> new Outcome.Told("webhook " + id + " was taken");
      case StoreApi.Delivery.NotTaken not -> new Outcome.NotYet(not.why());
      case StoreApi.Delivery.Unwanted never -> new Outcome.Refused(never.why());
    };
  }

  /** Points separate id, time and body in what is signed. */
  static String id(Announcement announcement) {
    return announcement.key().replace('.', '_');
  }

  /** While the shop changes its secret the old and the new one sign, with a space between. */
  private Map<String, String> headers(String secrets, String id, byte[] body) {
    Instant now = clock.instant();
    Map<String, String> headers = new TreeMap<>();
    headers.put(WebhookSignature.ID, id);
    headers.put(WebhookSignature.TIMESTAMP, Long.toString(now.getEpochSecond()));
    headers.put(
        WebhookSignature.SIGNATURE,
        Arrays.stream(secrets.strip().split(" +", MOST_SECRETS))
            .map(secret -> WebhookSignature.sign(secret, id, now, body))
            .collect(Collectors.joining(" ")));
    return headers;
  }
}
