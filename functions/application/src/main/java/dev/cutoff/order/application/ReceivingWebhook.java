package dev.cutoff.order.application;

import dev.cutoff.availability.application.HearingStock;
import dev.cutoff.effect.application.Executions;
import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.merchant.application.Secrets;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.StoreId;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;

/**
 * Takes a store's webhook: whose it is, what it says, kept before it is answered. From the answer
 * on the order is ours; what fails after it is the sweeper's to finish.
 */
public final class ReceivingWebhook {
  private final Merchants merchants;
  private final Secrets secrets;
  private final Channels channels;
  private final ObjectStore objects;
  private final Orders orders;
  private final Inbox inbox;
  private final Executions executions;
  private final RevisingOrder revising;
  private final HearingStock hearing;
  private final InstantSource clock;

  @Inject
  public ReceivingWebhook(
      Merchants merchants,
      Secrets secrets,
      Channels channels,
      ObjectStore objects,
      Orders orders,
      Inbox inbox,
      Executions executions,
      RevisingOrder revising,
      HearingStock hearing,
      InstantSource clock) {
    this.merchants = merchants;
    this.secrets = secrets;
    this.channels = channels;
    this.objects = objects;
    this.orders = orders;
    this.inbox = inbox;
    this.executions = executions;
    this.revising = revising;
    this.hearing = hearing;
    this.clock = clock;
  }

  /** What the store is answered. */
  public sealed interface Outcome {
    /** 202. */
    record Taken(OrderId orderId, Result result) implements Outcome {}

    /** 202: the store says that its stock changed, and will be asked. */
    record Heard() implements Outcome {}

    /** 202: genuine, or a greeting, and nothing to do. */
    record Ignored(String why) implements Outcome {}

    /** 401. */
    record Forged() implements Outcome {}

    /** 404. */
    record NoSuchStore() implements Outcome {}

    /** 400; the raw bytes are kept under that id. */
    record Quarantined(String problem, String quarantineId) implements Outcome {}
  }

  /** What the message meant for the order. */
  public enum Result {
    ACCEPTED,
    DUPLICATE,
    UPDATED
  }

  public Outcome receive(String storeName, Map<String, String> headers, byte[] body) {
    Merchant merchant = merchants.current();
    Store store =
        merchant.stores().values().stream()
            .filter(each -> each.id().value().equals(storeName))
            .findFirst()
            .orElse(null);
    if (store == null) {
      return new Outcome.NoSuchStore();
    }
    Channel channel = channels.of(store);
    String secret = secrets.value(store.webhookSecretName());
    return switch (channel.authenticate(headers, body, secret)) {
      case FORGED -> new Outcome.Forged();
      case PING -> new Outcome.Ignored("greeting");
      case GENUINE ->
          switch (channel.read(store, headers, body)) {
            case Channel.Reading.NoOrder nothing -> new Outcome.Ignored(nothing.why());
            case Channel.Reading.StockNews news ->
                hearing
                    .hear(store, news.sku(), news.item(), news.location(), news.units())
                    .<Outcome>map(Outcome.Ignored::new)
                    .orElseGet(Outcome.Heard::new);
            case Channel.Reading.Unreadable bad ->
                new Outcome.Quarantined(bad.problem(), objects.put("quarantine", "bin", body));
            case Channel.Reading.AnOrder order -> take(store, order.document(), body);
          };
    };
  }

  private Outcome take(Store store, OrderDocument document, byte[] body) {
    StoreId storeId = store.id();
    String key = objects.put("webhooks", "json", body);
    OrderId wanted = OrderId.of(store.orderPrefix(), document.orderNumber());
    OrderId orderId = orders.claim(storeId, document.externalId(), wanted);
    String hash = key.substring(key.lastIndexOf('/') + 1, key.lastIndexOf('.'));
    boolean isNew =
        inbox.put(
            new Inbox.Message(orderId, storeId, key, hash, document.updatedAt(), clock.instant()));
    boolean known = orders.find(orderId).isPresent();
    if (isNew || !known) {
      goOn(orderId, known);
    }
    Result result = !isNew ? Result.DUPLICATE : known ? Result.UPDATED : Result.ACCEPTED;
    return new Outcome.Taken(orderId, result);
  }

  /** The message is kept, so a failure here costs a minute, not the order. */
  private void goOn(OrderId orderId, boolean known) {
    try {
      if (known) {
        revising.revise(orderId);
      } else {
        executions.start(orderId, 1);
      }
    } catch (TryAgainLater busy) {
      // The sweeper finds the message and goes on.
    }
  }
}
