package dev.cutoff.adapter.sqs;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.Rechecks;
import dev.cutoff.stock.application.StockChanges;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Puts changed SKUs into the queue {@code stock-changes}. A queue that does not answer is told in
 * the log and forgotten: the hourly comparison finds what was not sent, and units that are reserved
 * must not wait for it.
 */
public final class SqsStockChanges implements StockChanges, Rechecks {
  /** So many SKUs of 64 characters stay far below what a message may hold. */
  private static final int AT_ONCE = 25;

  /** SQS holds no message back for longer. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final SqsClient sqs;
  private final String queueUrl;

  public SqsStockChanges(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void changed(Collection<Sku> skus) {
    after(Duration.ZERO, skus);
  }

  @Override
  public void after(Duration wait, Collection<Sku> skus) {
    int seconds = (int) (wait.compareTo(LONGEST) < 0 ? wait : LONGEST).toSeconds();
    List<Sku> all = List.copyOf(new TreeSet<>(skus));
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      send(all.subList(from, Math.min(all.size(), from + AT_ONCE)), seconds);
    }
  }

  private void send(List<Sku> skus, int seconds) {
    try {
      AwsCalls.call(
          "SQS: send stock changes",
          () ->
              sqs.sendMessage(request ->
                  request
                      .queueUrl(queueUrl)
                      .messageBody(StockChangeMessage.write(skus))
                      .delaySeconds(seconds == 0 ? null : seconds)));
    } catch (TryAgainLater lost) {
      System.err.println("stock changes not sent: " + lost.getMessage());
    }
  }
}
