package dev.cutoff.platform;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.cutoff.adapter.carrier.CarrierHttp;
import dev.cutoff.adapter.carrier.easypost.EasyPostProvider;
import dev.cutoff.adapter.carrier.easypost.EasyPostTracking;
import dev.cutoff.adapter.carrier.karrio.KarrioProvider;
import dev.cutoff.adapter.carrier.karrio.KarrioTracking;
import dev.cutoff.adapter.carrier.ratecard.RateCardProvider;
import dev.cutoff.adapter.carrier.ratecard.RateCardTracking;
import dev.cutoff.adapter.carrier.ups.UpsProvider;
import dev.cutoff.adapter.carrier.ups.UpsTrackAlerts;
import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierLine;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.MeasuredProvider;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.document.application.LabelForms;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.merchant.application.Secrets;
import dev.cutoff.tracking.application.TrackingSource;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which adapter stands behind which port;
 *
 * <p>/** Who speaks to carriers, and who reads what they send.
 */
@Module
interface CarrierAdapters {
  /** What is measured is what came through the line: an outage by script counts as one. */
  @Provides
  static Providers providers(
      Set<CarrierProvider> all, CarrierLine line, CarrierHealth health, InstantSource clock) {
    return new Providers(
        all.stream()
            .<CarrierProvider>map(each -> new MeasuredProvider(line.to(each), health, clock))
            .collect(Collectors.toSet()));
  }

  @Provides
  @IntoSet
  static CarrierProvider rateCard(Geography geography, ShippingDocuments documents) {
    return new RateCardProvider(geography, documents);
  }

  /** One for all that this process asks UPS: it keeps the access token. */
  @Provides
  @Singleton
  @IntoSet
  static CarrierProvider ups(
      HttpClient http, Secrets secrets, LabelForms forms, AskingAll asking, InstantSource clock) {
    return new UpsProvider(http, secrets, forms, asking, clock);
  }

  @Provides
  @IntoSet
  static CarrierProvider karrio(
      HttpClient http, Secrets secrets, LabelForms forms, InstantSource clock) {
    return new KarrioProvider(
        new CarrierHttp(http, KarrioProvider.PATIENCE), secrets, forms, clock);
  }

  @Provides
  @IntoSet
  static TrackingSource karrioTracking(InstantSource clock) {
    return new KarrioTracking(clock);
  }

  @Provides
  @IntoSet
  static CarrierProvider easyPost(
      HttpClient http, Secrets secrets, LabelForms forms, InstantSource clock) {
    return new EasyPostProvider(http, secrets, forms, clock);
  }

  @Provides
  @IntoSet
  static TrackingSource easyPostTracking(InstantSource clock) {
    return new EasyPostTracking(clock);
  }

  @Provides
  @IntoSet
  static TrackingSource rateCardTracking(InstantSource clock) {
    return new RateCardTracking(clock);
  }

  @Provides
  @IntoSet
  static TrackingSource upsTrackAlerts(InstantSource clock) {
    return new UpsTrackAlerts(clock);
  }
}
