package dev.cutoff.platform;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.cutoff.adapter.channel.webhook.WebhookChannel;
import dev.cutoff.adapter.channel.webhook.WebhookUpdater;
import dev.cutoff.adapter.sqs.SqsStoreUpdates;
import dev.cutoff.notice.application.StoreUpdater;
import dev.cutoff.notice.application.StoreUpdates;
import dev.cutoff.order.application.Channel;
import java.net.http.HttpClient;
import java.time.InstantSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Shops that speak in signed webhooks, and the queue of what stores are told. */
@Module
interface ChannelAdapters {
  @Provides
  @IntoSet
  static Channel webhook() {
    return new WebhookChannel();
  }

  @Provides
  @IntoSet
  static StoreUpdater webhookUpdater(HttpClient http, InstantSource clock) {
    return new WebhookUpdater(http, clock);
  }

  @Provides
  static StoreUpdates storeUpdates(SqsClient sqs, Settings settings) {
    return new SqsStoreUpdates(sqs, settings.storeUpdatesUrl());
  }
}
