package dev.cutoff.platform;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.cutoff.adapter.calendar.HolidayCalendars;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.channel.shopify.ShopifyChannel;
import dev.cutoff.adapter.channel.shopify.ShopifyInventory;
import dev.cutoff.adapter.channel.shopify.ShopifyUpdater;
import dev.cutoff.adapter.channel.woocommerce.WooCommerceChannel;
import dev.cutoff.adapter.channel.woocommerce.WooCommerceInventory;
import dev.cutoff.adapter.channel.woocommerce.WooCommerceUpdater;
import dev.cutoff.adapter.dynamodb.Dynamo;
import dev.cutoff.adapter.dynamodb.DynamoBackorders;
import dev.cutoff.adapter.dynamodb.DynamoBalances;
import dev.cutoff.adapter.dynamodb.DynamoCountPlans;
import dev.cutoff.adapter.dynamodb.DynamoCrowdedStock;
import dev.cutoff.adapter.dynamodb.DynamoEffects;
import dev.cutoff.adapter.dynamodb.DynamoExceptions;
import dev.cutoff.adapter.dynamodb.DynamoInbounds;
import dev.cutoff.adapter.dynamodb.DynamoInbox;
import dev.cutoff.adapter.dynamodb.DynamoLabelAttempts;
import dev.cutoff.adapter.dynamodb.DynamoLastQuotes;
import dev.cutoff.adapter.dynamodb.DynamoLooseLabels;
import dev.cutoff.adapter.dynamodb.DynamoManifests;
import dev.cutoff.adapter.dynamodb.DynamoNoticeLog;
import dev.cutoff.adapter.dynamodb.DynamoNoticeStops;
import dev.cutoff.adapter.dynamodb.DynamoOrders;
import dev.cutoff.adapter.dynamodb.DynamoPlannedLoads;
import dev.cutoff.adapter.dynamodb.DynamoPostage;
import dev.cutoff.adapter.dynamodb.DynamoShelfHeat;
import dev.cutoff.adapter.dynamodb.DynamoShownStock;
import dev.cutoff.adapter.dynamodb.DynamoStock;
import dev.cutoff.adapter.dynamodb.DynamoStockBooks;
import dev.cutoff.adapter.dynamodb.DynamoTransitCounts;
import dev.cutoff.adapter.dynamodb.Pause;
import dev.cutoff.adapter.dynamodb.Tables;
import dev.cutoff.adapter.geo.Atlas;
import dev.cutoff.adapter.invoice.CsvInvoices;
import dev.cutoff.adapter.json.Codec;
import dev.cutoff.adapter.packing.BoxPacking;
import dev.cutoff.adapter.s3.JsonReceipts;
import dev.cutoff.adapter.s3.S3ObjectStore;
import dev.cutoff.adapter.secrets.CachedSecrets;
import dev.cutoff.adapter.sns.SnsAnnouncements;
import dev.cutoff.adapter.sqs.SqsReservationQueue;
import dev.cutoff.adapter.sqs.SqsStockChanges;
import dev.cutoff.adapter.stepfunctions.StepFunctionsExecutions;
import dev.cutoff.audit.application.CountPlans;
import dev.cutoff.audit.application.Patience;
import dev.cutoff.audit.application.StockBooks;
import dev.cutoff.availability.application.ShownStock;
import dev.cutoff.availability.application.StoreInventory;
import dev.cutoff.availability.application.StoreTrouble;
import dev.cutoff.backorder.application.Backorders;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.dock.application.Manifests;
import dev.cutoff.effect.application.Effects;
import dev.cutoff.effect.application.Executions;
import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.inbound.application.Inbounds;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.merchant.application.Secrets;
import dev.cutoff.notice.application.Announcements;
import dev.cutoff.notice.application.NoticeLog;
import dev.cutoff.notice.application.NoticeStops;
import dev.cutoff.notice.application.StoreUpdater;
import dev.cutoff.order.application.Channel;
import dev.cutoff.order.application.Inbox;
import dev.cutoff.order.application.Orders;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.application.AskedRates;
import dev.cutoff.plan.application.AskingCarriers;
import dev.cutoff.plan.application.Circumstances;
import dev.cutoff.plan.application.KeptQuotes;
import dev.cutoff.plan.application.LearnedTransits;
import dev.cutoff.plan.application.LiveRates;
import dev.cutoff.plan.application.Packing;
import dev.cutoff.plan.application.PlannedLoads;
import dev.cutoff.plan.application.Receipts;
import dev.cutoff.plan.application.RecordedCircumstances;
import dev.cutoff.plan.application.TransitCounts;
import dev.cutoff.postage.application.InvoiceReader;
import dev.cutoff.postage.application.PostageBalances;
import dev.cutoff.postage.application.PostageStops;
import dev.cutoff.postage.application.SpentPostage;
import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.shipment.application.LooseLabels;
import dev.cutoff.stock.application.CrowdedStock;
import dev.cutoff.stock.application.Rechecks;
import dev.cutoff.stock.application.ReservationQueue;
import dev.cutoff.stock.application.ShelfHeat;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.stock.application.StockChanges;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Which adapter stands behind which port; a new channel, carrier or store speaker gets a line here.
 */
@Module(includes = {CarrierAdapters.class, ChannelAdapters.class, DocumentAdapters.class})
public interface Adapters {
  @Provides
  @Singleton
  static Codec codec() {
    return new Codec();
  }

  @Provides
  @Singleton
  static Dynamo dynamo(
      DynamoDbClient client, Settings settings, Codec codec, RandomGenerator random) {
    return new Dynamo(
        client,
        new Tables(settings.ordersTable(), settings.stockTable()),
        codec,
        random,
        Pause.sleeping());
  }

  @Provides
  static Orders orders(Dynamo dynamo) {
    return new DynamoOrders(dynamo);
  }

  @Provides
  static Inbox inbox(Dynamo dynamo) {
    return new DynamoInbox(dynamo);
  }

  @Provides
  static Stock stock(Dynamo dynamo, ShelfHeat heat) {
    return new DynamoStock(dynamo, heat);
  }

  @Provides
  static ShelfHeat shelfHeat(Dynamo dynamo, Merchants merchants, InstantSource clock) {
    return new DynamoShelfHeat(dynamo, () -> merchants.current().rules().stock().hotSku(), clock);
  }

  @Provides
  static CrowdedStock crowdedStock(Dynamo dynamo, InstantSource clock) {
    return new DynamoCrowdedStock(dynamo, clock);
  }

  @Provides
  static ReservationQueue reservationQueue(SqsClient sqs, Settings settings) {
    return new SqsReservationQueue(sqs, settings.hotReservationsUrl());
  }

  @Provides
  static StockBooks stockBooks(Dynamo dynamo) {
    return new DynamoStockBooks(dynamo);
  }

  @Provides
  static CountPlans countPlans(Dynamo dynamo) {
    return new DynamoCountPlans(dynamo);
  }

  /** As long as a step may be between two of its writes, and its first tries again. */
  @Provides
  static Patience patience() {
    return () -> Pause.sleeping().pause(Duration.ofSeconds(5));
  }

  @Provides
  static Inbounds inbounds(Dynamo dynamo) {
    return new DynamoInbounds(dynamo);
  }

  @Provides
  static Backorders backorders(Dynamo dynamo) {
    return new DynamoBackorders(dynamo);
  }

  @Provides
  static Exceptions exceptions(Dynamo dynamo) {
    return new DynamoExceptions(dynamo);
  }

  @Provides
  static LabelAttempts labelAttempts(Dynamo dynamo) {
    return new DynamoLabelAttempts(dynamo);
  }

  @Provides
  static LooseLabels looseLabels(Dynamo dynamo) {
    return new DynamoLooseLabels(dynamo);
  }

  @Provides
  static PostageStops postageStops(Dynamo dynamo) {
    return new DynamoPostage(dynamo);
  }

  @Provides
  static PostageBalances postageBalances(Dynamo dynamo) {
    return new DynamoBalances(dynamo);
  }

  @Provides
  static SpentPostage spentPostage(Dynamo dynamo) {
    return new DynamoPostage(dynamo);
  }

  @Provides
  static InvoiceReader invoiceReader() {
    return new CsvInvoices();
  }

  @Provides
  static Effects effects(Dynamo dynamo) {
    return new DynamoEffects(dynamo);
  }

  @Provides
  static NoticeLog noticeLog(Dynamo dynamo) {
    return new DynamoNoticeLog(dynamo);
  }

  @Provides
  static NoticeStops noticeStops(Dynamo dynamo) {
    return new DynamoNoticeStops(dynamo);
  }

  @Provides
  static ObjectStore objects(S3Client s3, Settings settings) {
    return new S3ObjectStore(s3, settings.bucket());
  }

  @Provides
  static Receipts receipts(ObjectStore objects, Codec codec) {
    return new JsonReceipts(objects, codec);
  }

  @Provides
  static Announcements announcements(SnsClient sns, Settings settings) {
    return new SnsAnnouncements(sns, settings.topicArn());
  }

  @Provides
  static StockChanges stockChanges(SqsClient sqs, Settings settings) {
    return new SqsStockChanges(sqs, settings.stockChangesUrl());
  }

  @Provides
  static Rechecks rechecks(SqsClient sqs, Settings settings) {
    return new SqsStockChanges(sqs, settings.stockChangesUrl());
  }

  @Provides
  static Executions executions(SfnClient stepFunctions, Settings settings) {
    return new StepFunctionsExecutions(stepFunctions, settings.stateMachineArn());
  }

  @Provides
  @Singleton
  static Secrets secrets(SecretsManagerClient secrets, Settings settings, InstantSource clock) {
    return new CachedSecrets(secrets, settings.secretsPrefix(), clock);
  }

  @Provides
  @Singleton
  static Geography geography() {
    return new Atlas();
  }

  @Provides
  static Holidays holidays() {
    return new HolidayCalendars();
  }

  @Provides
  static Packing packing() {
    return new BoxPacking();
  }

  @Provides
  @Singleton
  static KeptQuotes keptQuotes(Dynamo dynamo) {
    return new KeptQuotes(new DynamoLastQuotes(dynamo));
  }

  @Provides
  static LiveRates liveRates(Providers providers, AskingCarriers asking) {
    return new AskedRates(providers, asking);
  }

  @Provides
  static PlannedLoads plannedLoads(Dynamo dynamo) {
    return new DynamoPlannedLoads(dynamo);
  }

  @Provides
  static Manifests manifests(Dynamo dynamo) {
    return new DynamoManifests(dynamo);
  }

  @Provides
  static TransitCounts transitCounts(Dynamo dynamo) {
    return new DynamoTransitCounts(dynamo);
  }

  /** One for all that this process plans. */
  @Provides
  @Singleton
  static LearnedTransits learnedTransits(TransitCounts counts, InstantSource clock) {
    return new LearnedTransits(counts, clock);
  }

  @Provides
  static Circumstances circumstances(
      PlannedLoads loads, LearnedTransits learned, PostageStops stops) {
    return new RecordedCircumstances(loads, learned, stops);
  }

  @Provides
  @IntoSet
  static Channel shopify() {
    return new ShopifyChannel();
  }

  @Provides
  @IntoSet
  static Channel wooCommerce() {
    return new WooCommerceChannel();
  }

  @Provides
  static ShownStock shownStock(Dynamo dynamo) {
    return new DynamoShownStock(dynamo);
  }

  @Provides
  static StoreTrouble storeTrouble() {
    return (store, why) ->
        System.err.println(
            "{\"level\":\"ERROR\",\"store\":\"%s\",\"error\":\"%s\"}"
                .formatted(store, why.replaceAll("[\"\\\\]", "'")));
  }

  @Provides
  @IntoSet
  static StoreInventory shopifyInventory(HttpClient http) {
    return new ShopifyInventory(new StoreApi(http));
  }

  @Provides
  @IntoSet
  static StoreInventory wooCommerceInventory(HttpClient http) {
    return new WooCommerceInventory(new StoreApi(http));
  }

  @Provides
  @IntoSet
  static StoreUpdater shopifyUpdater(HttpClient http, Settings settings) {
    return new ShopifyUpdater(new StoreApi(http), settings.publicUrl());
  }

  @Provides
  @IntoSet
  static StoreUpdater wooCommerceUpdater(HttpClient http) {
    return new WooCommerceUpdater(new StoreApi(http), "");
  }
}
