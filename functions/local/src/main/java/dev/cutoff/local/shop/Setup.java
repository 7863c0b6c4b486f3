package dev.cutoff.local.shop;

import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.Tokens;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.time.Scheduler;
import java.nio.file.Path;
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
    Consumer<String> log) {}
