package dev.cutoff.local.shop;

import dev.cutoff.adapter.asking.VirtualThreadsAsking;
import dev.cutoff.carrier.application.CarrierLine;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.Tokens;
import dev.cutoff.local.Options;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.messaging.Disorder;
import dev.cutoff.local.time.LiveScheduler;
import dev.cutoff.local.time.Scheduler;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.platform.RandomTokens;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How Cutoff is to run on this machine.
 *
 * @param root where infra and statemachine are
 * @param data folder of the tables; null keeps them in memory
 * @param documents folder of labels, slips, receipts and raw webhooks; null keeps them in memory
 * @param mails folder of the customers' mails
 * @param merchantFile its bytes, read again every five minutes
 * @param secrets by name
 * @param port of the HTTP API; 0 for any free one
 * @param sweepEvery how often what stopped is looked for
 * @param log gets a line for each failure
 * @param carriers what stands between the shop and its carriers
 * @param disorder what queues do to messages that went well
 */
public record Setup(
    Path root,
    Scheduler scheduler,
    @Nullable Path data,
    @Nullable Path documents,
    Path mails,
    Supplier<byte[]> merchantFile,
    Supplier<Map<String, String>> secrets,
    int port,
    Duration sweepEvery,
    AskingAll asking,
    Tokens tokens,
    Tripwire tripwire,
    Consumer<String> log,
    CarrierLine carriers,
    Disorder disorder) {

  /** With queues that keep order and deliver once. */
  public Setup(
      Path root,
      Scheduler scheduler,
      @Nullable Path data,
      @Nullable Path documents,
      Path mails,
      Supplier<byte[]> merchantFile,
      Supplier<Map<String, String>> secrets,
      int port,
      Duration sweepEvery,
      AskingAll asking,
      Tokens tokens,
      Tripwire tripwire,
      Consumer<String> log,
      CarrierLine carriers) {
    this(
        root,
        scheduler,
        data,
        documents,
        mails,
        merchantFile,
        secrets,
        port,
        sweepEvery,
        asking,
        tokens,
        tripwire,
        log,
        carriers,
        Disorder.NONE);
  }

  /** With nothing between the shop and its carriers. */
  public Setup(
      Path root,
      Scheduler scheduler,
      @Nullable Path data,
      @Nullable Path documents,
      Path mails,
      Supplier<byte[]> merchantFile,
      Supplier<Map<String, String>> secrets,
      int port,
      Duration sweepEvery,
      AskingAll asking,
      Tokens tokens,
      Tripwire tripwire,
      Consumer<String> log) {
    this(
        root,
        scheduler,
        data,
        documents,
        mails,
        merchantFile,
        secrets,
        port,
        sweepEvery,
        asking,
        tokens,
        tripwire,
        log,
        CarrierLine.DIRECT);
  }

  /** The same with carriers that are asked another way. */
  public Setup asking(CarrierLine line) {
    return new Setup(
        root,
        scheduler,
        data,
        documents,
        mails,
        merchantFile,
        secrets,
        port,
        sweepEvery,
        asking,
        tokens,
        tripwire,
        log,
        line,
        disorder);
  }

  /** The same with queues that shuffle and repeat. */
  public Setup disorder(Disorder other) {
    return new Setup(
        root,
        scheduler,
        data,
        documents,
        mails,
        merchantFile,
        secrets,
        port,
        sweepEvery,
        asking,
        tokens,
        tripwire,
        log,
        carriers,
        other);
  }

  /** For a command that runs one function on the folder of {@code up}, and starts nothing. */
  public static Setup ofOneFunction(Path root, Options options, Folders folders)
      throws IOException {
    Path config = options.path("--config").orElse(root.resolve("infra/merchant/merchant.json"));
    Merchant merchant = MerchantBytes.read(MerchantBytes.of(config), config.toString());
    Path secrets = options.path("--secrets").orElse(folders.secrets());
    SecretsFile.complete(secrets, merchant, new SecureRandom());
    return new Setup(
        root,
        new LiveScheduler(failure -> System.err.println("failed: " + failure)),
        folders.tables(),
        folders.documents(),
        folders.mails(),
        () -> MerchantBytes.of(config),
        () -> SecretsFile.read(secrets),
        0,
        Duration.ofDays(1),
        new VirtualThreadsAsking(),
        new RandomTokens(),
        Tripwire.NONE,
        System.err::println);
  }
}
