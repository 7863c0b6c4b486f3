package dev.cutoff.order.application;

import dev.cutoff.merchant.Store;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The channels by the name that the merchant file uses. */
public final class Channels {
  private final Map<String, Channel> byName = new TreeMap<>();

  @Inject
  public Channels(Set<Channel> channels) {
    channels.forEach(channel -> byName.put(channel.name(), channel));
  }

  /** The store's channel; one that nothing speaks is a mistake in the merchant file. */
  public Channel of(Store store) {
    Channel channel = byName.get(store.channel());
    if (channel == null) {
      throw new IllegalStateException(
          "store '%s' has the channel '%s'; known are %s"
              .formatted(store.id(), store.channel(), byName.keySet()));
    }
    return channel;
  }
}
