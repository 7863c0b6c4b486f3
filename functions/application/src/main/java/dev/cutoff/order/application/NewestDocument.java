package dev.cutoff.order.application;

import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderLine;
import dev.cutoff.stock.Sku;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads, of some messages, the newest version of an order that the store sent and nobody applied
 * yet.
 */
public final class NewestDocument {
  private final ObjectStore objects;
  private final Merchants merchants;
  private final Channels channels;

  @Inject
  public NewestDocument(ObjectStore objects, Merchants merchants, Channels channels) {
    this.objects = objects;
    this.merchants = merchants;
    this.channels = channels;
  }

  /** The newest of some messages. */
  public record Newest(OrderDocument document, List<Inbox.Message> messages) {}

  public Optional<Newest> of(List<Inbox.Message> pending) {
    if (pending.isEmpty()) {
      return Optional.empty();
    }
    Instant version = pending.getLast().updatedAt();
    OrderDocument newest =
        pending.stream()
            .filter(message -> message.updatedAt().equals(version))
            .map(this::read)
            .reduce((earlier, later) -> later.supersedes(earlier) ? later : earlier)
            .orElseThrow();
    return Optional.of(new Newest(newest, pending));
  }

  private OrderDocument read(Inbox.Message message) {
    byte[] body =
        objects
            .get(message.objectKey())
            .orElseThrow(() -> new TryAgainLater("no object " + message.objectKey()));
    Merchant merchant = merchants.current();
    Store store =
        merchant
            .store(message.storeId())
            .orElseThrow(() ->
                new IllegalStateException("the merchant file lost the store " + message.storeId()));
    return switch (channels.of(store).readKept(store, body)) {
      case Channel.Reading.AnOrder order -> known(order.document(), merchant);
      case Channel.Reading.NoOrder no ->
          throw new IllegalStateException("a kept message is no order: " + no.why());
      case Channel.Reading.StockNews news ->
          throw new IllegalStateException("a kept message is no order: stock of " + news.item());
      case Channel.Reading.Unreadable bad ->
          throw new IllegalStateException("a kept message can't be read: " + bad.problem());
    };
  }

  /** Stores that can't say so sell gift cards as goods: the merchant file knows better. */
  private static OrderDocument known(OrderDocument document, Merchant merchant) {
    return document.withLines(
        document.lines().stream()
            .map(line -> needsNoShipping(line, merchant) ? line.notShipped() : line)
            .toList());
  }

  private static boolean needsNoShipping(OrderLine line, Merchant merchant) {
    return line.requiresShipping()
        && Sku.read(line.sku())
            .flatMap(merchant::item)
            .filter(item -> !item.requiresShipping())
            .isPresent();
  }
}
